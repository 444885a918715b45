import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { openPortal } from './built-portal.ts';
import type { RootArticle } from './content-root.ts';
import { openSearchPage } from './element.ts';
import { slugOf } from './engine.ts';
import { dataFile } from './needs.ts';
import { type Answer, head, line, score } from './scores.ts';
import { say } from './say.ts';

type Row = [text: string, topic: string];

/** A mattress shop's topics as pages, its customers' messages as queries (HINT3), through the search page. */
export async function mattress(browser: Browser): Promise<void> {
  for (const version of ['v1', 'v2']) await mattressOf(browser, version);
}

async function mattressOf(browser: Browser, version: string): Promise<void> {
  const asked = readCsv(await readFile(dataFile(`queries/sofmattress-${version}.asked.csv`), 'utf8'));
  const messages = readCsv(await readFile(dataFile(`queries/sofmattress-${version}.test.csv`), 'utf8'));
  const slugs = new Map(asked.map(([, topic]) => [topic, topic.toLowerCase().replaceAll('_', '-')]));
  const portal = await openPortal(
    `mattress-${version}`,
    [...slugs.keys()].map((topic) => topicPage(topic, slugs.get(topic) ?? '', asked)),
  );
  const search = await openSearchPage(browser, portal, 'en');
  const inScope: (Answer & { isDirect: boolean })[] = [];
  const outside: { isDirect: boolean }[] = [];
  for (const [message, topic] of messages) {
    const { urls, isDirect } = message.trim() ? await search.answer(message) : { urls: [], isDirect: false };
    const right = slugs.get(topic);
    if (right) inScope.push({ right: [right], found: urls.map(slugOf), isDirect });
    else outside.push({ isDirect });
  }
  await search.close();
  await portal.stop();
  const direct = inScope.filter(({ isDirect }) => isDirect);
  const wrong = direct.filter(({ found, right }) => found[0] !== right[0]).length;
  say(`\nThe mattress shop’s messages, ${version}: ${slugs.size} topics as pages, on the search page\n${head}`);
  say(line('<mado-search>, in scope', score(inScope)));
  say(
    `direct answers: ${direct.length} of ${inScope.length} in scope, ${wrong} of them wrong; ` +
      `${outside.filter(({ isDirect }) => isDirect).length} of ${outside.length} about nothing it sells\n`,
  );
}

/** Nothing of the page says what it is about but its title and what customers asked. */
function topicPage(topic: string, slug: string, rows: readonly Row[]): RootArticle {
  const words = topic.replaceAll('_', ' ').toLowerCase();
  return {
    kind: 'faq',
    language: 'en',
    slug,
    title: words.length < 3 ? `${words}: page` : words,
    answer: 'Please read on below.',
    asked: rows
      .filter(([text, of]) => of === topic && text.trim().length > 1)
      .map(([text]) => text.trim().slice(0, 120)),
    body: '',
  };
}

/** Rows of two columns; the first may be quoted. */
function readCsv(text: string): Row[] {
  return [...text.trim().matchAll(/^(?:"((?:[^"]|"")*)"|([^,\n]*)),([^\r\n]*)\r?$/gm)]
    .slice(1)
    .map(([, quoted, plain, label]) => [(quoted ?? plain ?? '').replaceAll('""', '"'), label ?? '']);
}
