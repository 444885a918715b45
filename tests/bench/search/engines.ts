import type { Browser } from 'playwright';
import type { Language } from '../../../content/schema/languages.ts';
import type { BuiltPortal } from './built-portal.ts';
import { openSearchPage } from './element.ts';
import type { Engine } from './engine.ts';
import { openPlainPagefind } from './plain-pagefind.ts';
import { type Answer, line, score } from './scores.ts';
import { say } from './say.ts';
import { openWholeIndex } from './whole-index.ts';

/** A query, of what kind it is, and the slugs of the pages that answer it. */
export interface Query {
  kind: string;
  query: string;
  right: string[];
}

/** The portal's search and its peers, on the same pages. */
export async function openEngines(browser: Browser, portal: BuiltPortal, language: Language): Promise<Engine[]> {
  return [
    await openSearchPage(browser, portal, language),
    await openPlainPagefind(browser, portal, language),
    await openWholeIndex(portal, language),
  ];
}

/** Puts every query to an engine and prints how well it answered: all of them, then by kind. */
export async function ask(engine: Engine, queries: readonly Query[]): Promise<void> {
  const answers: (Answer & Query)[] = [];
  for (const query of queries) answers.push({ ...query, found: await engine.ask(query.query) });
  say(line(engine.name, score(answers)));
  for (const kind of new Set(queries.map((query) => query.kind))) {
    say(line(`  ${kind}`, score(answers.filter((answer) => answer.kind === kind))));
  }
  if (process.argv.includes('--failures')) sayFailures(answers);
}

const mostFailures = 12;

function sayFailures(answers: readonly (Answer & Query)[]): void {
  for (const kind of new Set(answers.map((answer) => answer.kind))) {
    const failed = answers.filter(
      ({ kind: own, found, right }) => own === kind && !found.slice(0, 3).some((slug) => right.includes(slug)),
    );
    for (const { query, right, found } of failed.slice(0, mostFailures)) {
      const place = found.findIndex((slug) => right.includes(slug)) + 1;
      const came = found.slice(0, 3).join(', ') || 'nothing';
      say(`    ${kind}: “${query}” wants ${right.join(' or ')} (${place || 'not found'}); first came ${came}\n`);
    }
  }
}
