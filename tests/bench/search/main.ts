import { chromium, type Browser } from 'playwright';
import { browserLaunch } from '../../support/browser.ts';
import { buildCost } from './build-cost.ts';
import { knownItemsTable } from './known-items.ts';
import { mattress } from './mattress.ts';
import { MissingData } from './needs.ts';
import { shop } from './shop.ts';
import { manyPages, weightAndSpeed } from './weight-and-speed.ts';

/*
 * Search against its peers, all in one run: the element in Chromium on pages as they are built, plain Pagefind in the
 * same browser, and MiniSearch with the whole text. `BENCH_DATA=<folder>` holds `queries/` and `corpus/`;
 * `BENCH_CACHE=<folder>` keeps what was built for the next run. Names of tables make only those; `--failures` prints
 * queries that went wrong.
 */

const tables: Record<string, (browser: Browser) => Promise<void>> = {
  shop,
  mattress,
  'known-items': knownItemsTable,
  'weight-and-speed': weightAndSpeed,
  'many-pages': manyPages,
  'build-cost': buildCost,
};

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !(name in tables));
if (unknown.length > 0) {
  console.error(`There is no table ${unknown.join(', ')}. There are: ${Object.keys(tables).join(', ')}`);
  process.exit(1);
}

const browser = await chromium.launch(browserLaunch());
for (const [name, make] of Object.entries(tables)) {
  if (named.length > 0 && !named.includes(name)) continue;
  try {
    await make(browser);
  } catch (error) {
    if (!(error instanceof MissingData)) throw error;
    console.error(`\n${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
await browser.close();
