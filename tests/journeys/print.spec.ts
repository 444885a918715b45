import type { Page } from '@playwright/test';
import { quietModules } from '../../site/print/qr-code.ts';
import { create } from 'qrcode';
import { modulesDrawn } from '../support/qr-modules.ts';
import { threadAt } from '../support/forum-states.ts';
import { signInAsAsker, test as inForum } from './forum-portal.ts';
import { expect, test } from './portal.ts';

const guide = 'guides/start-a-return/';

/** What is written after a link on paper. */
const written = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((link) => {
      const { content, display } = getComputedStyle(link, '::after');
      return display === 'none' || content === 'none' ? '' : content;
    });

/** Nothing to be pressed, and dark words on nothing. */
async function expectInkOnWhite(page: Page): Promise<void> {
  await expect(page.locator('button:visible, input:visible, .button:visible')).toHaveCount(0);
  const colours = await page.evaluate(() => {
    const { color } = getComputedStyle(document.body);
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw new Error('No canvas');
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return {
      ink: [...pen.getImageData(0, 0, 1, 1).data],
      paper: getComputedStyle(document.documentElement).backgroundColor,
    };
  });
  expect(colours.paper).toBe('rgba(0, 0, 0, 0)');
  expect(Math.max(...colours.ink.slice(0, 3))).toBeLessThan(80);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an article on paper is ink on white, without what only works on a screen, from a ${colorScheme} screen`, async ({
    quietPage: page,
    language,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/${language}/${guide}`);
    await page.locator('mado-tabs[data-ready]').waitFor();
    await page.emulateMedia({ colorScheme, media: 'print' });
    for (const chrome of [
      '.search-box',
      '.site-nav',
      '.site-foot',
      '.breadcrumb',
      '.feedback',
      '.stuck',
      '.tab-list',
    ]) {
      await expect(page.locator(chrome).first()).toBeHidden();
    }
    await expectInkOnWhite(page);
  });
}

test('what is folded on a screen lies open on paper, each tab with its label', async ({ page, language }) => {
  await page.goto(`/${language}/${guide}`);
  await page.locator('mado-tabs[data-ready]').waitFor();
  await expect(page.locator('.tab:visible')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  const tabs = await page.locator('.tab').count();
  expect(tabs).toBeGreaterThan(1);
  await expect(page.locator('.tab:visible')).toHaveCount(tabs);
  await expect(page.locator('.tab-label:visible')).toHaveCount(tabs);
  await expect(page.locator('.details-body').first()).toBeVisible();
});

test('links say on paper where they lead, once', async ({ page, language }) => {
  await page.goto(`/${language}/${guide}`);
  await page.emulateMedia({ media: 'print' });
  const path = `/${language}/faq/return-policy/`;
  expect(await written(page, `.prose a[href="${path}"]`)).toMatch(
    language === 'ja' ? /^"（" .*"）"$|（.*）/ : /\(.*\)/,
  );
  expect(await written(page, `.prose a[href="${path}"]`)).toContain(path);
  await page.goto('/ja/faq/defective-item/');
  expect(await written(page, '.prose a[href^="mailto:"]')).toBe('');
  await page.goto(`/${language}/troubleshooting/my-shoes-hurt/`);
  expect(await written(page, '.chart-step')).toBe('');
});

test('an article on paper names its live page, in words and as a QR code, and what it was printed from', async ({
  page,
  language,
}) => {
  await page.goto(`/${language}/${guide}`);
  const foot = page.locator('.print-foot');
  await expect(foot).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(foot).toBeVisible();
  const address = (await page.locator('link[rel="canonical"]').getAttribute('href')) ?? '';
  expect(address).toContain(`/${language}/${guide}`);
  await expect(foot).toContainText(address);
  await expect(foot).toContainText(/20\d\d/);
  await expect(foot).toContainText(/(版番号　|Version )[0-9a-f]{7}/);

  const code = create(address, { errorCorrectionLevel: 'M' }).modules;
  const modules = code.size + 2 * quietModules;
  const qr = foot.locator('svg.qr');
  await expect(qr).toHaveAttribute('viewBox', `0 0 ${modules} ${modules}`);
  const box = await qr.boundingBox();
  // 24 mm: half a millimetre and more for each module.
  expect(box?.width).toBeGreaterThan(85);
  const drawn = modulesDrawn((await qr.locator('path').getAttribute('d')) ?? '', modules);
  const wanted = Array.from({ length: code.size }, (_, row) =>
    Array.from({ length: code.size }, (_, column) => Boolean(code.data[row * code.size + column])),
  );
  const inside = drawn.slice(quietModules, -quietModules).map((row) => row.slice(quietModules, -quietModules));
  expect(inside).toEqual(wanted);
});

for (const colorScheme of ['light', 'dark'] as const) {
  inForum(
    `a thread on paper is what was written, ink on white, from a ${colorScheme} screen`,
    async ({ page, language }) => {
      await signInAsAsker(page, language);
      await page.emulateMedia({ colorScheme });
      await page.goto(threadAt(language, 'solved'), { waitUntil: 'networkidle' });
      await page.emulateMedia({ colorScheme, media: 'print' });
      for (const chrome of [
        '.search-box',
        '.site-nav',
        '.site-foot',
        '.breadcrumb',
        '.post-actions',
        '.accepted-place',
        '.thread-reply',
        '.thread-foot',
        '.thread-follow',
      ]) {
        await expect(page.locator(chrome).first()).toBeHidden();
      }
      await expectInkOnWhite(page);
      for (const told of ['.accepted strong', '.posts .post-body', '.post-time', '.forum-author', '.thread-facts']) {
        await expect(page.locator(told).first()).toBeVisible();
      }
      const address = `https://help.aruku.example/${language}/faq/return-policy/`;
      expect(await written(page, `.post-body a[href="${address}"]`)).toContain(address);
      expect(await written(page, '.post-body a[href^="https://example.com/"]')).toBe('');
      // Names and times lead somewhere on a screen only.
      for (const quiet of ['.forum-author', '.post-time'])
        expect(await written(page, `.posts ${quiet}`), quiet).toBe('');
    },
  );
}
