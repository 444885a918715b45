import { readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { freePort, startPortal } from '../support/portal-process.ts';
import { expectAccessible } from './accessible.ts';
import { expect, signInAsOwner, test } from './portal.ts';
import { noticeWords } from './notice-words.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('a delay, from the desk on a phone to every page it touches, past the end of the API', async ({
  browser,
  language,
}) => {
  test.setTimeout(180_000);
  const says = noticeWords[language];
  const portal = await startPortal();
  const { url, dataDir, port } = portal;
  const reader = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await reader.clock.install();
  await reader.goto(`${url}/${language}/faq/delivery-times/`);
  await expect(notice(reader)).toHaveCount(0);

  const desk = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signInAsOwner(desk, portal, language);
  await desk.locator('.menu-button').click();
  await desk.getByRole('link', { name: says.notices, exact: true }).click();
  await desk.getByRole('link', { name: says.create }).click();
  await desk.getByLabel(says.delay, { exact: true }).check();
  await desk.getByLabel(says.title).first().fill(says.writes.ja);
  await desk.getByLabel(says.title).last().fill(says.writes.en);
  await desk.getByLabel(says.delivery, { exact: true }).check();
  await desk.getByRole('button', { name: says.preview }).click();
  await expect(desk.locator('.notice-preview .notice-title')).toHaveText([says.writes.ja, says.writes.en]);
  await expectAccessible(desk);
  await desk.getByRole('button', { name: says.publish }).click();
  await expect(desk.getByRole('heading', { level: 2, name: says.writes[language] })).toBeFocused();
  await expectAccessible(desk);

  await test.step('it is on the page that was open, within a minute, and announced', async () => {
    await reader.clock.fastForward(61_000);
    await expect(notice(reader)).toHaveText(says.writes[language]);
    await expect(reader.locator('mado-notices').getByRole('status')).toContainText(says.writes[language]);
    await expectAccessible(reader);
  });

  await test.step('it is on the pages it touches, also without JavaScript', async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    for (const page of [reader, plain]) {
      for (const path of ['', 'contact/', 'search/', 'faq/delivery-times/', 'categories/delivery/']) {
        await page.goto(`${url}/${language}/${path}`);
        await expect(notice(page), path).toHaveText(says.writes[language]);
      }
      await page.goto(`${url}/${language}/faq/exchange-size/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(notice(page)).toHaveCount(0);
    }
    await plain.goto(`${url}/${language}/`);
    await plain.locator('mado-notices a').click();
    await expect(plain.locator('article:target h2')).toHaveText(says.writes[language]);
  });

  await test.step('the history is accessible and leads to its feed', async () => {
    await reader.goto(`${url}/${language}/`);
    await reader.getByRole('contentinfo').getByRole('link', { name: says.notices }).click();
    await expectAccessible(reader);
    const feed = (await reader.getByRole('link', { name: 'Atom' }).getAttribute('href')) ?? '';
    expect(await (await reader.request.get(`${url}${feed}`)).text()).toContain(says.writes[language]);
  });

  await test.step('it is there when only files are served', async () => {
    await portal.stop();
    const files = await serveFiles(port, [join(dataDir, 'exported'), await builtSite()]);
    await reader.goto(`${url}/${language}/contact/`);
    await expect(notice(reader)).toHaveText(says.writes[language]);
    await reader.goto(`${url}/${language}/notices/`);
    await expect(reader.locator('article h2')).toHaveText(says.writes[language]);
    await new Promise((resolve) => {
      files.close(resolve);
      files.closeAllConnections();
    });
  });

  await test.step('it ends, and stays in the history', async () => {
    const again = await startPortal({ dataDir, port });
    await desk.reload();
    await desk.getByRole('button', { name: says.end }).click();
    await expect(desk.locator('.notice-done')).toBeFocused();
    await reader.goto(`${url}/${language}/contact/`);
    await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice(reader)).toHaveCount(0);
    await reader.goto(`${url}/${language}/notices/`);
    await expect(reader.locator('article h3')).toHaveText(says.writes[language]);
    await again.stop();
  });
  await rm(dataDir, { recursive: true, force: true });
});

test('a page with notices does not shift as its script arrives', async ({ browser, language }) => {
  const says = noticeWords[language];
  const portal = await startPortal();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signInAsOwner(page, portal, language);
  const both = { ja: says.writes.ja, en: says.writes.en };
  const data = { kind: 'outage', severity: 'major', title: both, text: both };
  expect((await page.request.post(`${portal.url}/api/notices`, { data })).status()).toBe(201);
  await page.goto(`${portal.url}/${language}/faq/exchange-size/`);
  await expect(notice(page)).toBeVisible();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  expect(shift).toBe(0);
  await portal.stop();
  await rm(portal.dataDir, { recursive: true, force: true });
});

test('a page that is read without a network keeps its notices, and says as of when they hold', async ({
  browser,
  language,
}) => {
  const says = noticeWords[language];
  const portal = await startPortal();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await signInAsOwner(page, portal, language);
  const both = { ja: says.writes.ja, en: says.writes.en };
  const data = { kind: 'outage', severity: 'major', title: both, text: both };
  expect((await page.request.post(`${portal.url}/api/notices`, { data })).status()).toBe(201);
  const address = `${portal.url}/${language}/faq/exchange-size/`;
  await page.goto(address);
  await expect(notice(page)).toHaveText(says.writes[language]);
  await expect(page.locator('.notices-as-of')).toHaveCount(0);
  await expect.poll(() => page.evaluate(async (url) => (await caches.match(url)) !== undefined, address)).toBe(true);

  await portal.stop();
  await page.reload();
  await expect(notice(page)).toHaveText(says.writes[language]);
  await expect(page.locator('.notices-as-of')).toContainText(says.asOf);
  await rm(portal.dataDir, { recursive: true, force: true });
});

function notice(page: Page) {
  return page.locator('mado-notices .notice-title');
}

/** Where the current build's pages lie. */
async function builtSite(): Promise<string> {
  const dist = process.env['DIST_DIR'] ?? join(import.meta.dirname, '../../dist');
  const id = (await readFile(join(dist, 'current'), 'utf8')).trim();
  return join(dist, 'builds', id, 'site');
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  xml: 'application/atom+xml',
};

/** A web server that knows nothing but files: the first folder that has one gives it. */
async function serveFiles(port: number, folders: readonly string[]): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html');
      for (const folder of folders) {
        const file = join(folder, path);
        if (!(await stat(file).catch(() => null))?.isFile()) continue;
        response.setHeader('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
        response.end(await readFile(file));
        return;
      }
      response.writeHead(404).end();
    })();
  });
  server.listen(port || (await freePort()), '127.0.0.1');
  await once(server, 'listening');
  return server;
}
