import type { Page } from '@playwright/test';
import { weighPage } from '../support/page-weight.ts';
import { threadAt } from '../support/forum-states.ts';
import { test as inForum } from './forum-portal.ts';
import { expect, test } from './portal.ts';

const budget = { htmlAndCss: 20_000, script: 10_000 };

test('an article needs at most 20 kB of HTML and CSS and 10 kB of script before it is touched', async ({
  browser,
  portal,
  says,
  language,
}) => {
  for (const path of [
    says.articlePath,
    `/${language}/guides/start-a-return/`,
    `/${language}/troubleshooting/my-order-is-wrong/`,
  ]) {
    const weight = await weighPage(browser, `${portal.url}${path}`);
    expect(weight.htmlAndCss, path).toBeGreaterThan(2000);
    expect(weight.htmlAndCss, path).toBeLessThanOrEqual(budget.htmlAndCss);
    expect(weight.script, path).toBeLessThanOrEqual(budget.script);
  }
});

test('an article does not block its first paint with a script, and nothing in it shifts', async ({ page, says }) => {
  await expectStill(page, says.articlePath);
});

inForum(
  'a page of the forum needs as little as an article, and is as still',
  async ({ browser, page, portal, language }) => {
    const long = threadAt(language, 'long');
    for (const path of [`/${language}/forum/`, threadAt(language, 'solved'), long, `${long}?page=2`]) {
      const weight = await weighPage(browser, `${portal.url}${path}`);
      expect(weight.htmlAndCss, path).toBeGreaterThan(2000);
      expect(weight.htmlAndCss, path).toBeLessThanOrEqual(budget.htmlAndCss);
      expect(weight.script, path).toBeLessThanOrEqual(budget.script);
    }
    await expectStill(page, long);
  },
);

test('the contact page needs at most 30 kB of script before somebody writes', async ({ browser, portal, language }) => {
  for (const path of [`/${language}/contact/`, `/${language}/contact/returns/`]) {
    const { htmlAndCss, script } = await weighPage(browser, `${portal.url}${path}`);
    expect(script, path).toBeLessThanOrEqual(30_000);
    expect(htmlAndCss, path).toBeLessThanOrEqual(budget.htmlAndCss);
  }
});

async function expectStill(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(path, { waitUntil: 'load' });
  const blocking = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming & { renderBlockingStatus?: string })
      .filter(
        ({ initiatorType, renderBlockingStatus }) => initiatorType === 'script' && renderBlockingStatus === 'blocking',
      )
      .map(({ name }) => name),
  );
  expect(blocking).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
}
