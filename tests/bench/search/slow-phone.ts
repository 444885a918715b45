import type { Browser } from 'playwright';
import type { Contender } from './contenders.ts';
import { firstPaint, paintsOf, watchPaints } from './paints.ts';
import { median } from './percentiles.ts';
import { say } from './say.ts';
import { behindLink } from './slow-link.ts';
import { countTraffic } from './traffic.ts';

const link = { latencyMs: 150, bitsPerSecond: 1_600_000 };
const slowdown = 4;
const keyMs = 80;
const settleMs = 1500;
const giveUpMs = 60_000;

/** How long a first search takes on a slow phone: nothing loaded, nothing cached. */
export async function timeOnSlowPhone(browser: Browser, contenders: readonly Contender[], queries: readonly string[]) {
  say(
    `\nseconds to the first painted list, nothing loaded: ${link.latencyMs} ms latency, 1.6 Mbit/s, main thread ` +
      `${slowdown} times slower; n = ${queries.length}, each in a new profile\n`,
  );
  say('median                           first list, from the first key   last change, from the last key\n');
  for (const contender of contenders) {
    const fromFirst: number[] = [];
    const fromLast: number[] = [];
    for (const query of queries) {
      const { keys, shown } = await firstSearch(browser, contender, query);
      const at = shown[0]?.at;
      if (at === undefined) continue;
      fromFirst.push((at - (keys[0] ?? at)) / 1000);
      const lastKey = keys.at(-1) ?? at;
      // A list that was already there when the last key came has not kept anybody waiting.
      fromLast.push(Math.max(0, (shown.at(-1)?.at ?? at) - lastKey) / 1000);
    }
    const [first, last] = [fromFirst, fromLast].map((values) => median(values).toFixed(2));
    const missing = queries.length - fromFirst.length;
    say(
      `${contender.name.padEnd(33)}${first?.padStart(30)}${last?.padStart(33)}` +
        `${missing > 0 ? `   (${missing} queries listed nothing in time)` : ''}\n`,
    );
  }
}

async function firstSearch(browser: Browser, { origin, path, field }: Contender, query: string) {
  const slow = await behindLink(origin, link);
  const context = await browser.newContext({ baseURL: slow.url, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'networkidle' });
  await watchPaints(page);
  const traffic = countTraffic(context);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.locator(field).focus();
  await page.keyboard.type(query, { delay: keyMs });
  await firstPaint(page, giveUpMs).catch(() => undefined);
  await page.waitForTimeout(settleMs);
  await traffic.quiet();
  const paints = await paintsOf(page);
  await context.close();
  await slow.stop();
  return paints;
}
