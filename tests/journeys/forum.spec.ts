import type { Page } from '@playwright/test';
import { weighPage } from '../support/page-weight.ts';
import { expectAccessibleInEachLook } from './accessible.ts';
import { expect, type RunningPortal, signInAsOwner, test } from './portal.ts';

const words = {
  ja: {
    title: '中敷きだけを交換できますか',
    body: '「川辺」の**中敷き**がへたってきました。',
    answer: 'はい、**お手入れ用品**からお選びいただけます。',
    query: '中敷き 交換 川辺',
    reply: '返信を送る',
    ask: '投稿する',
    solved: '解決済み',
  },
  en: {
    title: 'Can I replace just the insoles?',
    body: 'Those of my **Riverside** have worn down.',
    answer: 'Yes: you find them among the **care products**.',
    query: 'replace insoles riverside',
    reply: 'Send reply',
    ask: 'Post',
    solved: 'Solved',
  },
};

/** Asks without JavaScript, as somebody whose session another window has begun; answers, and says that it is solved. */
async function solvedThread(page: Page, plain: Page, portal: RunningPortal, language: 'ja' | 'en'): Promise<string> {
  const says = words[language];
  await signInAsOwner(page, portal, language);
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto(`/${language}/forum/shoes/`);
  await plain.locator('.forum-ask .button').click();
  await expect(plain.locator('#ask-board')).toHaveValue('shoes');
  await plain.locator('#ask-title').fill(says.title);
  await plain.getByRole('button', { name: says.ask, exact: true }).click();
  // The browser asks for what is missing; the portal would, too.
  await plain.locator('#ask-body').fill(says.body);
  await plain.getByRole('button', { name: says.ask, exact: true }).click();
  await expect(plain.locator('h1')).toHaveText(says.title);
  const address = new URL(plain.url()).pathname;
  await plain.locator('#reply-body').fill(says.answer);
  await plain.getByRole('button', { name: says.reply, exact: true }).click();
  await expect(plain).toHaveURL(/#post-/);
  await plain.locator('form[data-act=accept] button').click();
  await expect(plain.locator('.accepted strong')).toBeVisible();
  return address;
}

test('a question is asked, answered, solved and read without JavaScript, found in search, and is light, accessible and printable', async ({
  browser,
  page,
  portal,
  language,
}) => {
  const says = words[language];
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
  const plain = await context.newPage();
  const address = await solvedThread(page, plain, portal, language);
  await context.clearCookies();
  await plain.goto(`/${language}/forum/`);
  await plain.getByRole('link', { name: says.title, exact: true }).click();
  await expect(plain.locator('.forum-mark', { hasText: says.solved })).toBeVisible();
  await expect(plain.locator('#reply')).toBeHidden();
  await plain.locator('.accepted-place a').click();
  await expect(plain.locator('article:target strong')).toBeVisible();
  await context.close();

  const weight = await weighPage(browser, `${portal.url}${address}`);
  expect(weight.htmlAndCss).toBeLessThanOrEqual(20_000);
  expect(weight.script).toBeLessThanOrEqual(10_000);

  const reader = await browser.newContext({ baseURL: portal.url });
  const reading = await reader.newPage();
  for (const path of [
    `/${language}/forum/`,
    `/${language}/forum/shoes/?lane=solved`,
    address,
    `/${language}/forum/new/`,
  ]) {
    await reading.goto(path);
    await expectAccessibleInEachLook(reading, path);
  }
  await reading.goto(`/${language}/forum/guidelines/`);
  await expectAccessibleInEachLook(reading);

  await reading.goto(address);
  await reading.emulateMedia({ media: 'print' });
  for (const chrome of ['.site-nav', '.breadcrumb', '.post-actions', '.thread-invitation', '.thread-foot']) {
    await expect(reading.locator(chrome).first()).toBeHidden();
  }
  await expect(reading.locator('.accepted strong')).toBeVisible();
  await reading.emulateMedia({ media: 'screen' });

  await expect
    .poll(
      async () => {
        await reading.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
        await reading.locator('.search-results').waitFor();
        return reading
          .locator(`.search-results a[href="${address}"]`)
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await reader.close();
  await page.goto(address);
  await expectAccessibleInEachLook(page, 'a thread of somebody who is signed in');
});
