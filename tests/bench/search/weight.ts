import type { Browser } from 'playwright';
import type { Contender } from './contenders.ts';
import { firstPaint, watchPaints } from './paints.ts';
import { median } from './percentiles.ts';
import { say } from './say.ts';
import { countTraffic, type Traffic } from './traffic.ts';

const settleMs = 800;
const giveUpMs = 20_000;

/** What a first search loads: from the focus of the field to the first painted results, and until nothing more comes. */
export async function weigh(browser: Browser, contenders: readonly Contender[], queries: readonly string[]) {
  say(
    `loaded from the focus of the field on, brotli, with headers; ${queries.length} queries put in at once, each in a new profile\n`,
  );
  say('median of                        requests     kB   then in all: requests     kB\n');
  for (const contender of contenders) {
    const first: Traffic[] = [];
    const all: Traffic[] = [];
    for (const query of queries) {
      const weighed = await weighQuery(browser, contender, query);
      if (!weighed) continue;
      first.push(weighed.first);
      all.push(weighed.all);
    }
    const missing = queries.length - first.length;
    say(
      `${contender.name.padEnd(33)}${traffic(first)}${''.padEnd(15)}${traffic(all)}` +
        `${missing > 0 ? `   (${missing} queries listed nothing)` : ''}\n`,
    );
  }
}

async function weighQuery(browser: Browser, { origin, path, field }: Contender, query: string) {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  await watchPaints(page);
  const traffic = countTraffic(context);
  const first = firstPaint(page, giveUpMs).then(
    () => traffic.soFar(),
    () => null,
  );
  await page.locator(field).focus();
  // All at once: a key that came late would be a query of its own.
  await page.keyboard.insertText(query);
  const atFirst = await first;
  await page.waitForTimeout(settleMs);
  await traffic.quiet();
  const all = await traffic.soFar();
  await context.close();
  return atFirst && { first: atFirst, all };
}

function traffic(weights: readonly Traffic[]): string {
  const requests = median(weights.map((weight) => weight.requests));
  const kB = median(weights.map(({ bytes }) => bytes)) / 1000;
  return String(requests).padStart(8) + kB.toFixed(1).padStart(7);
}
