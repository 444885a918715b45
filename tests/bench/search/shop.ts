import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { openProduct } from './built-portal.ts';
import { openQuestionIndex } from './element.ts';
import { ask, openEngines, type Query } from './engines.ts';
import { dataFile } from './needs.ts';
import { head } from './scores.ts';
import { say } from './say.ts';

/** What customers of the sample shop type, by kind, with the pages that answer it. */
export async function shop(browser: Browser): Promise<void> {
  const rows = (await readFile(dataFile('queries/shop.tsv'), 'utf8'))
    .trim()
    .split('\n')
    .map((row) => row.split('\t'));
  const portal = await openProduct();
  for (const language of ['ja', 'en'] as const) {
    const queries = rows
      .filter(([code]) => code === language)
      .map(([, kind = '', query = '', slugs = '']): Query => ({ kind, query, right: slugs.split(',') }));
    const [own, ...peers] = await openEngines(browser, portal, language);
    if (!own) continue;
    say(`\nThe sample shop, ${language}\n${head}`);
    for (const engine of [own, await openQuestionIndex(browser, portal, language), ...peers]) {
      await ask(engine, queries);
      await engine.close();
    }
  }
  await portal.stop();
}
