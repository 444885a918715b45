import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { cast } from '../support/cast.ts';
import { freePort, type PortalProcess, startPortal } from '../support/portal-process.ts';
import { expectAccessible } from './accessible.ts';
import { type OtherSite, startOtherSite } from './other-site.ts';
import { expect, test as base } from './portal.ts';

interface Shop {
  shop: OtherSite;
}

/** A shop, and a portal that it may show. */
const test = base.extend<object, Shop>({
  shop: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      let address = '';
      const shop = await startOtherSite(() => address);
      const port = await freePort();
      address = `http://localhost:${port}`;
      help = await startPortal({ port, env: { EMBED_ORIGINS: shop.origin } });
      await use(shop);
      await shop.close();
      await help.stop();
      await rm(help.dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
let help: PortalProcess;

type Called = (...call: unknown[]) => void;
const called = (page: Page, ...call: unknown[]) =>
  page.evaluate((values) => (window as unknown as { Madoguchi: Called }).Madoguchi(...values), call);
const events = (page: Page) => page.evaluate(() => (window as unknown as { events: string[] }).events);
const names = {
  ja: { open: 'ヘルプ', close: '閉じる', home: '何をお探しですか', back: '戻る', portal: 'アルク ヘルプセンター' },
  en: { open: 'Help', close: 'Close', home: 'How can we help?', back: 'Back', portal: 'Aruku Help Centre' },
} as const;

test.describe('the portal on another site', () => {
  test.beforeEach(async ({ page, shop, language }) => {
    await page.goto(shop.origin);
    await page.waitForFunction(() => document.querySelector('mado-embed') !== null);
    await called(page, 'locale', language);
  });

  test('opens by its button, finds an article and takes a message, and leaves nothing on the site', async ({
    quietPage: page,
    says,
    language,
    context,
    shop,
  }) => {
    const says2 = names[language];
    const customer = language === 'ja' ? cast.hanako : cast.tom;
    expect(await page.locator('iframe').count(), 'nothing is loaded before it is opened').toBe(0);
    await page.getByRole('button', { name: says2.open, exact: true }).click();
    const frame = page.frameLocator('mado-embed iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(frame.locator('.site-head')).toBeHidden();
    await frame.getByRole('searchbox').or(frame.getByRole('combobox')).first().fill(says.query);
    await frame.getByRole('option', { name: says.article }).click();
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(says.article);
    await frame.getByRole('button', { name: says2.back }).click();
    await expect(frame.getByRole('heading', { level: 1 })).not.toHaveText(says.article);

    await called(page, 'contact', { subject: says.query, email: customer.email });
    await expect(frame.getByLabel(says.subject)).toHaveValue(says.query);
    await expect(frame.getByLabel(says.email)).toHaveValue(customer.email);
    await frame.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
    await frame.getByRole('button', { name: says.send, exact: true }).click();
    await expect(frame.getByRole('heading', { name: says.received })).toBeVisible();
    await expect.poll(() => events(page)).toEqual(['open', 'sent']);
    const [own] = await Promise.all([
      context.waitForEvent('page'),
      frame.getByRole('link', { name: says.openRequest }).click(),
    ]);
    await expect(own.getByText(says.customerWrites)).toBeVisible();
    await own.close();

    expect((await context.cookies()).filter(({ domain }) => shop.origin.includes(domain))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });

  test('is moved by keyboard alone, and gives the focus back', async ({ quietPage: page, language }) => {
    const says = names[language];
    const button = page.getByRole('button', { name: says.open, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(page.frameLocator('mado-embed iframe').getByRole('heading', { level: 1 })).toBeVisible();
    // From within the frame.
    await expect
      .poll(() => page.evaluate(() => document.querySelector('mado-embed')?.shadowRoot?.activeElement?.tagName))
      .toBe('IFRAME');
    await page.keyboard.press('Escape');
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: says.close }).press('Enter');
    await expect(button).toBeFocused();
    await expect.poll(() => events(page)).toEqual(['open', 'close', 'open', 'close']);
  });

  test('goes where the site asks: an article, a search, another language, a theme', async ({
    quietPage: page,
    says,
    language,
  }) => {
    const frame = page.frameLocator('mado-embed iframe');
    await called(page, 'article', 'faq/exchange-size');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(says.article);
    await called(page, 'search', says.query);
    await expect(frame.getByRole('link', { name: says.article })).toBeVisible();
    await called(page, 'theme', 'dark');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await called(page, 'close');
    const other = language === 'ja' ? 'en' : 'ja';
    await called(page, 'locale', other);
    await called(page, 'open');
    await expect(frame.locator('html')).toHaveAttribute('lang', other);
    await called(page, 'destroy');
    expect(await page.locator('mado-embed').count()).toBe(0);
  });

  test('brings the questions of the category that the site names, and nobody is stopped by a wrong signature', async ({
    quietPage: page,
    says,
  }) => {
    const frame = page.frameLocator('mado-embed iframe');
    await called(page, 'identify', { email: cast.tom.email, at: 1, signature: 'none', more: true });
    await called(page, 'contact', { subject: says.query, category: 'returns' });
    const wish = frame.locator('[data-question] select').first();
    await wish.selectOption({ index: 1 });
    await expect(frame.locator('[data-topic="returns"][aria-current]')).toBeVisible();
    await frame.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
    await frame.getByLabel(says.email).fill(cast.tom.email);
    await frame.getByRole('button', { name: says.send, exact: true }).click();
    await expect(frame.getByRole('heading', { name: says.received })).toBeVisible();
  });

  test('gives the focus back to what opened it, however it was used meanwhile', async ({ quietPage: page, says }) => {
    await page.locator('#own').focus();
    await called(page, 'open');
    await called(page, 'search', says.query);
    await expect(page.frameLocator('mado-embed iframe').getByRole('heading', { level: 1 })).toBeVisible();
    await called(page, 'close');
    await expect(page.locator('#own')).toBeFocused();
  });

  for (const width of [1280, 390]) {
    test(`can be used by everybody, closed and open, ${width} px wide`, async ({ quietPage: page, language }) => {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page, 'closed');
      await page.getByRole('button', { name: names[language].open, exact: true }).click();
      const frame = page.frameLocator('mado-embed iframe');
      await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, 'open');
    });
  }

  test('is shown by no site that is not named', async ({ page, shop, language }) => {
    let address = '';
    const stranger = await startOtherSite(() => address);
    address = help.url;
    expect(stranger.origin).not.toBe(shop.origin);
    await page.goto(stranger.origin);
    await page.waitForFunction(() => document.querySelector('mado-embed') !== null);
    await called(page, 'locale', language);
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.getByRole('button', { name: names[language].open, exact: true }).click();
    await refused;
    await stranger.close();
  });
});
