import type { Page } from 'playwright';

/** When keys were pressed and when lists of results were painted, in milliseconds of the page's clock. */
export interface Paints {
  keys: number[];
  /** Each time the titles changed: the last key before, and when they had been painted. */
  shown: { key: number; at: number }[];
}

declare global {
  interface Window {
    paints: Paints;
  }
}

/** Begins to watch what a page lists as results. */
export async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(watch);
}

/** Forgets what was seen so far. */
export async function forgetPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.paints.keys.length = 0;
    window.paints.shown.length = 0;
  });
}

export async function paintsOf(page: Page): Promise<Paints> {
  return page.evaluate(() => window.paints);
}

/** Waits for the first list that is painted. Rejects when none is in time. */
export async function firstPaint(page: Page, timeout: number): Promise<void> {
  await page.waitForFunction(() => window.paints.shown.length > 0, undefined, { polling: 20, timeout });
}

/** Runs in the page. */
function watch(): void {
  const paints: Paints = { keys: [], shown: [] };
  window.paints = paints;
  let isKeyDown = false;
  const options = { capture: true };
  document.addEventListener(
    'keydown',
    (event) => {
      isKeyDown = true;
      paints.keys.push(event.timeStamp);
    },
    options,
  );
  // Characters that are on no key arrive without one.
  document.addEventListener(
    'beforeinput',
    (event) => {
      if (!isKeyDown) paints.keys.push(event.timeStamp);
      isKeyDown = false;
    },
    options,
  );
  let before = '';
  const look = () => {
    const titles = [...document.querySelectorAll('.result-title')].map((title) => title.textContent).join('\n');
    if (titles === before) return;
    before = titles;
    const key = paints.keys.at(-1) ?? 0;
    if (!titles) return;
    // A task after the frame's callbacks runs when the frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => paints.shown.push({ key, at: performance.now() }));
      port1.start();
      port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}
