import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { parse } from 'node-html-parser';
import { chromium, type Page } from 'playwright';
import { isCertain, QuestionFinder } from '../../components/search/core/finder.ts';
import type { IndexedPage, WholeIndexFile } from '../../components/search/core/question-index.ts';
import type { Language } from '../../content/schema.ts';
import { browserLaunch } from '../support/browser.ts';
import { startPortal } from '../support/portal-process.ts';
import { type Answer, head, line, score } from './search-scores.ts';

/*
 * Search against its peers in one run: what customers of the sample shop type, by kind, through the element in Chromium,
 * through the question index alone, plain Pagefind and a whole-index MiniSearch; then a mattress shop's real messages.
 * `BENCH_DATA=<folder>` holds `queries/`.
 */

const say = (text: string) => process.stdout.write(text);
const data = process.env['BENCH_DATA'];
if (!data || !existsSync(join(data, 'queries/shop.tsv'))) {
  console.error('Set BENCH_DATA to a folder that holds queries/shop.tsv and queries/sofmattress-*.csv.');
  process.exit(1);
}

const portal = await startPortal();
const browser = await chromium.launch(browserLaunch());
for (const language of ['ja', 'en'] as const)
  await benchShop(language, await readFile(join(data, 'queries/shop.tsv'), 'utf8'));
await browser.close();
await portal.stop();
await rm(portal.dataDir, { recursive: true, force: true });
for (const version of ['v1', 'v2']) await benchMattress(join(data, 'queries'), version);

interface ShopQuery {
  kind: string;
  query: string;
  right: string[];
}

async function benchShop(language: Language, tsv: string): Promise<void> {
  const queries = tsv
    .trim()
    .split('\n')
    .map((row) => row.split('\t'))
    .filter(([code]) => code === language)
    .map(([, kind = '', query = '', slugs = '']): ShopQuery => ({ kind, query, right: slugs.split(',') }));
  const index = (await (await fetch(`${portal.url}/search/${language}.json`)).json()) as WholeIndexFile;
  const finder = new QuestionFinder(index);
  const whole = await wholeIndex(index);
  const context = await browser.newContext({ locale: language === 'ja' ? 'ja-JP' : 'en-GB', baseURL: portal.url });
  const page = await context.newPage();

  const engines: [string, (query: string) => Promise<string[]>][] = [
    ['<mado-search>', (query) => throughElement(page, language, query)],
    ['question index alone', async (query) => finder.find(query).map((found) => slugOf(found.page.url))],
    ['plain Pagefind', (query) => throughPagefind(page, language, query)],
    ['MiniSearch, whole text', async (query) => whole(query)],
  ];
  say(`\nThe sample shop, ${language}\n${head}`);
  for (const [name, ask] of engines) {
    const answers: (Answer & { kind: string; query: string })[] = [];
    for (const { kind, query, right } of queries) answers.push({ kind, query, right, found: await ask(query) });
    say(line(name, score(answers)));
    for (const kind of new Set(queries.map((query) => query.kind))) {
      say(line(`  ${kind}`, score(answers.filter((answer) => answer.kind === kind))));
    }
  }
  await context.close();
}

/** What the search page shows once it has settled. */
async function throughElement(page: Page, language: Language, query: string): Promise<string[]> {
  await page.goto(`/${language}/search/?q=${encodeURIComponent(query)}`, { waitUntil: 'networkidle' });
  const links = await page
    .locator('.search-results .result-title')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  return links.map(slugOf);
}

async function throughPagefind(page: Page, language: Language, query: string): Promise<string[]> {
  if (!page.url().endsWith(`/${language}/`)) await page.goto(`/${language}/`);
  const urls = await page.evaluate(async (asked) => {
    interface Plain {
      search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
    }
    const address = '/pagefind/pagefind.js';
    const { results } = await ((await import(address)) as Plain).search(asked);
    return Promise.all(results.slice(0, 10).map(async (hit) => (await hit.data()).url));
  }, query);
  return urls.map(slugOf);
}

/** The whole text of every page in one index, parted by Intl.Segmenter, with its own typo tolerance. */
async function wholeIndex({ language, pages }: WholeIndexFile): Promise<(query: string) => string[]> {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const engine = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ['title', 'text'],
    tokenize: (text) =>
      [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
    searchOptions: { boost: { title: 3 }, fuzzy: 0.2, prefix: true },
  });
  for (const { url, title, asked } of pages) {
    const html = parse(await (await fetch(`${portal.url}${url}`)).text());
    const text = `${html.querySelector('.article')?.textContent ?? ''} ${asked.join(' ')}`;
    engine.add({ id: slugOf(url), title, text });
  }
  return (query) => engine.search(query).map(({ id }) => String(id));
}

/** A mattress shop's topics as pages, its customers' messages as queries (HINT3). */
async function benchMattress(folder: string, version: string): Promise<void> {
  const asked = readCsv(await readFile(join(folder, `sofmattress-${version}.asked.csv`), 'utf8'));
  const messages = readCsv(await readFile(join(folder, `sofmattress-${version}.test.csv`), 'utf8'));
  const topics = [...new Set(asked.map(([, topic]) => topic))];
  const pages = topics.map((topic): IndexedPage => {
    const phrases = asked.filter(([, of]) => of === topic).map(([phrase]) => phrase);
    const title = topic.replaceAll('_', ' ').toLowerCase();
    return {
      url: `/en/faq/${topic}/`,
      fragment: topic,
      kind: 'faq',
      category: '',
      title,
      answer: '',
      asked: phrases,
      headings: [],
    };
  });
  const finder = new QuestionFinder({ language: 'en', pages, readings: {}, synonyms: {} });
  const isInScope = ([, topic]: [string, string]) => topics.includes(topic);
  const inScope = messages.filter(isInScope).map(([message, topic]): Answer => ({
    right: [topic],
    found: finder.find(message).map((found) => slugOf(found.page.url)),
  }));
  const outside = messages.filter((message) => !isInScope(message));
  const direct = outside.filter(([message]) => isCertain(finder.find(message))).length;
  const certain = messages.filter(isInScope).filter(([message]) => isCertain(finder.find(message))).length;
  say(
    `\nThe mattress shop’s messages, ${version}, through the question index\n${head}${line('in scope', score(inScope))}`,
  );
  say(
    `direct answers: ${certain} of ${inScope.length} in scope; ${direct} of ${outside.length} about nothing it sells\n`,
  );
}

function slugOf(url: string): string {
  return url.split('#')[0]?.split('/').at(-2) ?? '';
}

/** Rows of two columns; the first may be quoted. */
function readCsv(text: string): [string, string][] {
  return [...text.trim().matchAll(/^(?:"((?:[^"]|"")*)"|([^,\n]*)),([^\r\n]*)\r?$/gm)]
    .slice(1)
    .map(([, quoted, plain, label]) => [(quoted ?? plain ?? '').replaceAll('""', '"'), label ?? '']);
}
