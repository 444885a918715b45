import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import type { Language } from '../../../content/schema/languages.ts';
import { type BuiltPortal, openPortal, openProduct } from './built-portal.ts';
import { openContenders } from './contenders.ts';
import { corpusArticles, padded } from './corpus.ts';
import { knownItems } from './headings.ts';
import { dataFile } from './needs.ts';
import { passages } from './passages.ts';
import { say } from './say.ts';
import { timeOnSlowPhone } from './slow-phone.ts';
import { time } from './speed.ts';
import { weigh } from './weight.ts';

const many = 5000;
const queriesAtOnce = 10;
const onSlowPhone = 5;

/** What a search loads and how long it takes, with the sample's pages. */
export async function weightAndSpeed(browser: Browser): Promise<void> {
  const rows = (await readFile(dataFile('queries/shop.tsv'), 'utf8'))
    .trim()
    .split('\n')
    .map((row) => row.split('\t'));
  const sample = await openProduct();
  for (const language of ['ja', 'en'] as const) {
    const queries = rows
      .filter(([code, kind]) => code === language && (kind === 'plain' || kind === 'natural'))
      .map(([, , query = '']) => query);
    await measure(browser, sample, language, queries, 'the sample’s content');
  }
  await sample.stop();
}

/** The same with very many pages. */
export async function manyPages(browser: Browser): Promise<void> {
  const corpus = await corpusArticles(dataFile('corpus/astro-docs.tar.gz'), 'en');
  say(`\nBuilding ${many} pages …\n`);
  const portal = await openPortal(`corpus-en-${many}`, padded(corpus, many));
  const made = `${corpus.length} pages of documentation, again with numbered titles until there are ${many}`;
  const queries = knownItems(corpus).map(({ query }) => query);
  await measure(browser, portal, 'en', queries, made);
  await weighFullText(
    browser,
    portal,
    passages(corpus).map(({ query }) => query),
  );
  await portal.stop();
}

/** Words of the running text: what the question index does not know, and the full text has to be loaded for. */
async function weighFullText(browser: Browser, portal: BuiltPortal, queries: readonly string[]): Promise<void> {
  say('\nwords of the running text, which bring the full text in\n');
  const contenders = await openContenders(portal, 'en');
  await weigh(browser, contenders, queries.slice(0, queriesAtOnce));
  for (const contender of contenders) await contender.stop();
}

async function measure(
  browser: Browser,
  portal: BuiltPortal,
  language: Language,
  queries: readonly string[],
  made: string,
): Promise<void> {
  const count = portal.articles.filter((article) => article.language === language).length;
  say(`\nWeight and speed, ${language}, ${count} pages: ${made}\n`);
  const contenders = await openContenders(portal, language);
  await weigh(browser, contenders, queries.slice(0, queriesAtOnce));
  await time(browser, contenders, queries.slice(0, queriesAtOnce));
  await timeOnSlowPhone(browser, contenders, queries.slice(0, onSlowPhone));
  for (const contender of contenders) await contender.stop();
}
