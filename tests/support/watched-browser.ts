import { type BrowserContext, chromium, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { browserLaunch } from './browser.ts';

/** What happened in a browser that nobody of ours asked for. */
export interface Watch {
  ran: string[];
  asked: string[];
}

const nobodyElse = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';

/** A browser in which nothing goes unnoticed: what runs, what is asked of anybody else, what opens. */
export async function openWatchedBrowser(origin: string): Promise<{ context: BrowserContext; watch: Watch }> {
  const { args, ...launch } = browserLaunch();
  // Nobody else is there to be asked: nothing has to be held back, which would cost every page its cache.
  const browser = await chromium.launch({ ...launch, args: [...args, nobodyElse] });
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const watch: Watch = { ran: [], asked: [] };
  await context.exposeFunction('pwned', () => watch.ran.push('a script'));
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) watch.asked.push(request.url());
  });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      watch.ran.push(dialog.message());
      void dialog.dismiss();
    });
  });
  return { context, watch };
}

/** Draws a piece of HTML, goes over it with mouse and keyboard, and gives frames and timers their time. */
export async function draw(page: Page, html: string): Promise<void> {
  await page.evaluate((html) => {
    document.body.innerHTML = html;
    for (const element of document.body.querySelectorAll('*')) {
      for (const type of ['click', 'mouseover', 'pointerenter', 'focus', 'error', 'load', 'wheel', 'toggle', 'paste']) {
        element.dispatchEvent(new Event(type, { bubbles: false, cancelable: true }));
      }
    }
  }, html);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10)));
}

/** Where an empty page is: nobody answers there. */
export const emptyOrigin = 'http://localhost:1';

/** An empty page without any policy: only what is drawn decides. */
export async function emptyPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route(`${emptyOrigin}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }),
  );
  await page.goto(`${emptyOrigin}/`);
  return page;
}

const atOnce = 16;

/** Does something with each, a few at a time: a connection for each of hundreds at once is a test of sockets. */
export async function inBatches<T, Result>(
  list: readonly T[],
  what: (each: T, index: number) => Promise<Result>,
  most = atOnce,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < list.length; from += most) {
    results.push(...(await Promise.all(list.slice(from, from + most).map((each, at) => what(each, from + at)))));
  }
  return results;
}
