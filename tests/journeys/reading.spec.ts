import { devices, type Page } from '@playwright/test';
import { weighPage } from '../support/page-weight.ts';
import { expectAccessibleInEachLook } from './accessible.ts';
import { expect, tabTo, test } from './portal.ts';

const words = {
  ja: { mostAsked: '特に多いご質問', page: 'このご質問のページ', contents: '目次', device: 'お使いの機器' },
  en: {
    mostAsked: 'Asked most',
    page: 'This question on its own page',
    contents: 'On this page',
    device: 'Your device',
  },
} as const;

/** How much moved while the page was loaded (Cumulative Layout Shift). */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum)));
      }),
  );
}

test.describe('the questions of a category', () => {
  test('end with the way to a person, and whether one is there', async ({ quietPage: page, language }) => {
    await page.goto(`/${language}/categories/returns/`);
    const end = page.getByRole('main').getByRole('region').last();
    await expect(end.getByRole('link')).toHaveAttribute('href', `/${language}/contact/`);
    await expect(end.locator('mado-hours')).not.toBeEmpty();
  });

  test('stand in the order they are asked in, and open in place by keyboard', async ({ quietPage: page, language }) => {
    await page.goto(`/${language}/categories/orders/`);
    const section = page.getByRole('region', { name: words[language].mostAsked });
    await expect(section.getByRole('heading', { level: 3 })).toHaveCount(4);
    const question = section.locator('details').first();
    await tabTo(page, question.locator('summary'));
    await page.keyboard.press('Enter');
    await expect(question.locator('.question-short')).toBeVisible();
    await expect(page).toHaveURL(/#order-status$/);
    await page.keyboard.press('Enter');
    await expect(question.locator('.question-short')).toBeHidden();
    const url = new URL(page.url());
    await tabTo(page, section.locator('summary').nth(1));
    await page.keyboard.press('Enter');
    await tabTo(page, section.locator('details').nth(1).locator('.question-page a'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${url.origin}/${language}/faq/payment-methods/`);
  });

  test('open by their address, at load and from a link, with and without JavaScript', async ({
    browser,
    portal,
    language,
  }) => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled, baseURL: portal.url, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(`/${language}/categories/orders/#gift-card`);
      await expect(page.locator('#gift-card .question-short')).toBeInViewport();
      await expect(page.locator('details:has(#gift-card) summary')).toBeInViewport();
      await page.goto(`/${language}/categories/orders/#card-declined`);
      await expect(page.locator('#card-declined .question-short')).toBeInViewport();
      await context.close();
    }
  });

  test('are accessible, open and closed, within 20 kB of HTML and CSS', async ({
    browser,
    portal,
    quietPage: page,
    language,
  }) => {
    const path = `/${language}/categories/orders/`;
    const weight = await weighPage(browser, portal.url + path);
    expect(weight.htmlAndCss).toBeGreaterThan(2000);
    expect(weight.htmlAndCss).toBeLessThanOrEqual(20_000);
    await page.goto(path);
    await expectAccessibleInEachLook(page);
    for (const question of await page.locator('.question summary').all()) await question.click();
    await expectAccessibleInEachLook(page);
  });
});

test.describe('an article', () => {
  test('has its contents beside it, which lead to each section and say which one is read', async ({
    quietPage: page,
    language,
  }) => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await page.goto(`/${language}/faq/customs-duties/`);
    const links = page.getByRole('navigation', { name: words[language].contents }).getByRole('link');
    const headings = page.locator('.prose h2');
    await expect(links).toHaveCount(await headings.count());
    const last = links.last();
    await last.click();
    await expect(headings.last()).toBeInViewport();
    await expect(page.locator('.contents [aria-current]')).toHaveCount(1);
    const heading = headings.last().getByRole('link');
    expect(await heading.getAttribute('href')).toBe(await last.getAttribute('href'));
    await expectAccessibleInEachLook(page);
  });

  test('has its contents folded on a phone, with JavaScript switched off as well', async ({
    browser,
    portal,
    language,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: portal.url,
      viewport: { width: 390, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`/${language}/faq/customs-duties/`);
    const contents = page.getByRole('navigation', { name: words[language].contents });
    await expect(contents.getByRole('link')).toHaveCount(0);
    await contents.locator('summary').click();
    await contents.getByRole('link').last().click();
    await expect(page.locator('.prose h2').last()).toBeInViewport();
    await context.close();
  });

  test('offers four pages that go on from it, each once and never itself', async ({ quietPage: page, language }) => {
    await page.goto(`/${language}/faq/cannot-sign-in/`);
    const urls = await page
      .locator('.related a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(urls[0]).toBe(`/${language}/troubleshooting/i-cannot-sign-in/`);
    expect(urls).toHaveLength(4);
    expect(new Set(urls).size).toBe(4);
    expect(urls).not.toContain(`/${language}/faq/cannot-sign-in/`);
  });

  test('leads through a series of guides, forwards and back', async ({ quietPage: page, language }) => {
    await page.goto(`/${language}/guides/measure-your-feet/`);
    await page.locator('a[rel="next"]').click();
    await expect(page).toHaveURL(/break-in-new-shoes/);
    await page.locator('a[rel="prev"]').click();
    await expect(page).toHaveURL(/measure-your-feet/);
  });
});

test('the other language shows the step of a flow that the reader is at', async ({ quietPage: page, language }) => {
  const other = language === 'ja' ? 'en' : 'ja';
  await page.goto(`/${language}/troubleshooting/i-cannot-sign-in/`);
  await page.locator('.choice a').nth(3).click();
  await expect(page.locator('#allow-cookies')).toBeVisible();
  await page.locator('.site-nav a[hreflang]').click();
  await expect(page).toHaveURL(new RegExp(`/${other}/troubleshooting/i-cannot-sign-in/#allow-cookies$`));
  await expect(page.locator('#allow-cookies')).toBeVisible();
});

test.describe('text for one platform', () => {
  test('is first what the device looks like, then what was chosen, on every page, and nothing moves', async ({
    browser,
    portal,
    language,
  }) => {
    const context = await browser.newContext({
      userAgent: devices['iPhone 15'].userAgent,
      viewport: { width: 390, height: 800 },
      baseURL: portal.url,
    });
    const page = await context.newPage();
    const at = (platform: string) => page.locator(`.for[data-platform="${platform}"]`);
    await page.goto(`/${language}/faq/two-step-verification/`);
    await expect(at('iphone')).toBeVisible();
    await expect(at('android')).toBeHidden();
    await expect(at('iphone').locator('.for-label').first()).toBeHidden();
    expect(await layoutShift(page)).toBeLessThan(0.005);
    const device = page.getByRole('group', { name: words[language].device });
    await expect(device.getByRole('radio', { checked: true })).toHaveValue('iphone');

    await tabTo(page, device.getByRole('radio', { checked: true }));
    await page.keyboard.press('ArrowRight');
    await expect(at('android')).toBeVisible();
    await expect(at('iphone')).toBeHidden();
    await expectAccessibleInEachLook(page);

    await page.goto(`/${language}/troubleshooting/i-cannot-sign-in/#allow-cookies`);
    await expect(at('android')).toBeVisible();
    await expect(at('iphone')).toBeHidden();
    await expect(device.getByRole('radio', { checked: true })).toHaveValue('android');
    await page.emulateMedia({ media: 'print' });
    for (const platform of ['iphone', 'android', 'computer']) {
      await expect(at(platform).locator('.for-label').first()).toHaveCSS('display', /block|inline/);
    }
    await context.close();
  });

  test('is all there, each with its name, with JavaScript switched off', async ({ browser, portal, language }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
    const page = await context.newPage();
    await page.goto(`/${language}/faq/two-step-verification/`);
    await expect(page.locator('.for')).toHaveCount(2);
    await expect(page.locator('.prose')).toContainText(language === 'ja' ? '（Android：' : ' (Android: ');
    await expect(page.getByRole('radio')).toHaveCount(0);
    await context.close();
  });
});
