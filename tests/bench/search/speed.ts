import type { Browser } from 'playwright';
import type { Contender } from './contenders.ts';
import { forgetPaints, paintsOf, watchPaints } from './paints.ts';
import { percentile } from './percentiles.ts';
import { say } from './say.ts';

const keyMs = 80;
const settleMs = 1200;

/** How long it takes from a key to the results it brings, when everything has been loaded by a query before. */
export async function time(browser: Browser, contenders: readonly Contender[], queries: readonly string[]) {
  say(
    `\nmilliseconds from a key to the painted list it changed, a key every ${keyMs} ms, loaded; ${queries.length} queries\n`,
  );
  say('                                 any key: n    p50    p95   last key, settled: n    p50    p95\n');
  for (const contender of contenders) {
    const { any, last } = await timeQueries(browser, contender, queries);
    say(`${contender.name.padEnd(33)}${figures(any, 10)}${figures(last, 23)}\n`);
  }
}

async function timeQueries(browser: Browser, { origin, path, field }: Contender, queries: readonly string[]) {
  const page = await browser.newPage({ baseURL: origin });
  await page.goto(path, { waitUntil: 'networkidle' });
  await watchPaints(page);
  const any: number[] = [];
  const last: number[] = [];
  for (const [round, query] of [queries[0] ?? '', ...queries].entries()) {
    await page.locator(field).fill('');
    await page.locator(field).focus();
    await page.waitForTimeout(300);
    await forgetPaints(page);
    await page.keyboard.type(query, { delay: keyMs });
    await page.waitForTimeout(round === 0 ? settleMs * 5 : settleMs);
    if (round === 0) continue;
    const { keys, shown } = await paintsOf(page);
    for (const key of keys) {
      const first = shown.find((paint) => paint.key === key);
      if (first) any.push(first.at - key);
    }
    const settled = shown.at(-1);
    if (settled && settled.key === keys.at(-1)) last.push(settled.at - settled.key);
  }
  await page.close();
  return { any, last };
}

function figures(values: readonly number[], width: number): string {
  const shares = [0.5, 0.95].map((share) => percentile(values, share).toFixed(0).padStart(7));
  return String(values.length).padStart(width) + shares.join('');
}
