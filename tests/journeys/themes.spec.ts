import type { Page } from '@playwright/test';
import { themeKey } from '../../components/theme/theme.ts';
import { textsFor } from '../../site/i18n/texts.ts';
import { cast } from '../support/cast.ts';
import { violationsOn } from './accessible.ts';
import { expect, tabTo, test } from './portal.ts';

const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const keep = (page: Page, theme: string) =>
  page.addInitScript(([key = '', value = '']) => localStorage.setItem(key, value), [themeKey, theme]);

test('a theme is chosen by keyboard, and holds on every page', async ({ quietPage: page, portal, language, says }) => {
  const texts = textsFor(language).theme;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`/${language}/`);
  const light = await paperOf(page);
  const choice = page.getByRole('group', { name: texts.label });
  await tabTo(page, choice.getByRole('radio', { name: texts.system }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(choice.getByRole('radio', { name: texts.dark })).toBeChecked();
  const dark = await paperOf(page);
  expect(dark).not.toBe(light);

  const ticket = await page.request.post(`${portal.url}/api/tickets`, {
    data: { ...cast.hanako, subject: says.query, message: says.customerWrites, language, trail: [] },
  });
  const { requestUrl } = (await ticket.json()) as { requestUrl: string };
  for (const path of [says.articlePath, `/${language}/contact/`, requestUrl, '/desk/']) {
    await page.goto(path);
    expect(await paperOf(page), path).toBe(dark);
  }
  await page.goto(says.articlePath);
  await expect(page.getByRole('radio', { name: texts.dark })).toBeChecked();
  const violations = await violationsOn(page);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('radio', { name: texts.system }).check();
  expect(await paperOf(page)).toBe(light);
});

for (const [device, kept] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  test(`nothing flashes: ${kept} is there before any script file, on a ${device} device`, async ({ page, says }) => {
    await page.emulateMedia({ colorScheme: kept });
    await page.goto(says.articlePath);
    const wished = await paperOf(page);

    // Without the files, all that can set the theme is what stands in the page; the picture is the first paint.
    await page.route(/\.js$/, (route) => route.abort());
    await keep(page, kept);
    await page.emulateMedia({ colorScheme: device });
    await page.goto(says.articlePath, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    expect(await paperOf(page)).toBe(wished);
    const corner = await page.screenshot({ clip: { x: 0, y: 300, width: 4, height: 4 } });
    await page.unroute(/\.js$/);
    await page.goto(says.articlePath, { waitUntil: 'networkidle' });
    expect(corner.equals(await page.screenshot({ clip: { x: 0, y: 300, width: 4, height: 4 } }))).toBe(true);
  });
}

test('where nothing can be kept, the choice holds for the page', async ({ quietPage: page, language }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`/${language}/search/`);
  const light = await paperOf(page);
  await page.getByRole('radio', { name: textsFor(language).theme.dark }).check();
  expect(await paperOf(page)).not.toBe(light);
});

test('without JavaScript, pages follow the device and offer no choice', async ({ browser, portal, says, language }) => {
  const papers = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme, baseURL: portal.url });
    const page = await context.newPage();
    await page.goto(says.articlePath);
    papers.add((await page.screenshot({ clip: { x: 0, y: 300, width: 4, height: 4 } })).toString('base64'));
    await expect(page.getByText(textsFor(language).theme.dark, { exact: true })).toBeHidden();
    await context.close();
  }
  expect(papers.size).toBe(2);
});
