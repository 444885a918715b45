import type { Page } from '@playwright/test';
import { messages as editorSays } from '../../components/forum/editor-messages.ts';
import { forumTexts } from '../../site/forum/texts.ts';
import { threadAt } from '../support/forum-states.ts';
import { expectAccessible } from './accessible.ts';
import { signInAsAsker, test } from './forum-portal.ts';
import { expect } from './portal.ts';

/* The portal is killed, as a machine that fails: what is open goes on, and nothing that was typed is lost. */

const words = {
  ja: { title: '川辺の中敷きの厚さ', body: '厚さは何ミリでしょうか。測った方がいらしたら教えてください。' },
  en: { title: 'How thick is the insole?', body: 'How many millimetres is it? Somebody may have measured it.' },
};

test('with the portal killed, a thread that is open stays, says so calmly, and keeps what is being written', async ({
  page,
  portal,
  language,
}) => {
  const { apart, sendReply } = forumTexts(language);
  const { unreachable } = editorSays[language];
  const { body } = words[language];
  const path = threadAt(language, 'unanswered');
  await signInAsAsker(page, language);
  await page.goto(path, { waitUntil: 'load' });
  await page.locator('#reply-body').focus();
  await page.locator('.editor-tools').waitFor();
  await portal.stop('SIGKILL');
  await page.locator('#reply-body').fill(body);
  await expect(page.locator('.thread-apart', { hasText: apart })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: sendReply }).click();
  await expect(page.locator('#reply .problem')).toContainText(unreachable);
  await expect(page.locator('#reply-body')).toHaveValue(body);
  await expectAccessible(page);

  await portal.restart();
  await expect(page.locator('.thread-apart', { hasText: apart })).toBeHidden({ timeout: 30_000 });
  await page.reload();
  await expect(page.locator('#reply-body')).toHaveValue(body);
  await page.getByRole('button', { name: sendReply }).click();
  await expect(page.locator('.posts').getByText(body)).toBeVisible();
  await expect(page.locator('#reply-body')).toHaveValue('');
});

test('with the portal killed before the editor came, what is typed is there again with it', async ({
  page,
  portal,
  language,
}) => {
  const { body } = words[language];
  await signInAsAsker(page, language);
  await page.goto(threadAt(language, 'idea'), { waitUntil: 'load' });
  await portal.stop('SIGKILL');
  const failed = page.waitForEvent('requestfailed', { predicate: (request) => request.url().includes('/_astro/') });
  await page.locator('#reply-body').focus();
  await failed;
  await page.locator('#reply-body').fill(body);
  await portal.restart();
  await page.goto(threadAt(language, 'idea'));
  await expect(page.locator('#reply-body')).toHaveValue(body);
});

test('with the portal killed, a question that is being written stays, and articles are found all the same', async ({
  page,
  portal,
  language,
  says,
}) => {
  const { title, body } = words[language];
  const asking = forumTexts(language);
  await signInAsAsker(page, language);
  await page.goto(`/${language}/forum/new/?board=shoes`, { waitUntil: 'load' });
  await page.locator('#ask-title').fill(title);
  await page.locator('.editor-tools').waitFor();
  // The search box loads what it needs as soon as somebody comes near it.
  await find(page, says.search, says.query);
  await expect(page.getByRole('option', { name: says.article })).toBeVisible();
  await page.keyboard.press('Escape');
  await portal.stop('SIGKILL');
  await page.locator('#ask-body').fill(body);
  await page.getByRole('button', { name: asking.new.send, exact: true }).click();
  await expect(page.locator('#ask .problem')).toContainText(editorSays[language].unreachable);
  await expect(page.locator('#ask-title')).toHaveValue(title);
  await expectAccessible(page);
  await find(page, says.search, `${says.query} `);
  await expect(page.getByRole('option', { name: says.article })).toBeVisible();
  await portal.restart();
});

async function find(page: Page, label: string, query: string): Promise<void> {
  await page.getByLabel(label).fill('');
  await page.getByLabel(label).fill(query);
}

test.describe('pages that were read', () => {
  test.use({ serviceWorkers: 'allow' });

  test('are read without the portal, each page of a thread by itself; what was not is missed calmly', async ({
    page,
    portal,
    language,
    says,
  }) => {
    const long = threadAt(language, 'long');
    await page.goto(long);
    await areKept(page, long, `/${language}/offline/`);
    await page.goto(`${long}?page=2`);
    await areKept(page, `${long}?page=2`);
    await portal.stop('SIGKILL');
    for (const [path, start] of [
      [long, null],
      [`${long}?page=2`, '21'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByText(says.offline.kept)).toBeVisible();
      // Every answer of it begins with its number.
      expect(await page.locator('.posts .post-body ol').first().getAttribute('start')).toBe(start);
    }
    const unread = await page.goto(`${long}?page=3`);
    expect(unread?.status()).toBe(503);
    await expect(page.getByRole('heading', { level: 1, name: says.offline.missing })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
    await expect(page.getByRole('main').getByRole('link', { name: says.article }).first()).toBeVisible();
    await portal.restart();
  });
});

/** Waits until pages are kept. */
async function areKept(page: Page, ...paths: string[]): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const requests = await (await caches.open('mado-pages')).keys();
      return requests.map(({ url }) => new URL(url)).map(({ pathname, search }) => `${pathname}${search}`);
    });
  await expect.poll(kept).toEqual(expect.arrayContaining(paths));
}
