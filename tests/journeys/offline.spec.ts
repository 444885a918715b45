import type { Page } from '@playwright/test';
import { expect, test } from './portal.ts';

test.use({ serviceWorkers: 'allow' });

test('pages that were read stay readable when the server is gone, and everything is back with it', async ({
  page,
  portal,
  language,
  says,
}) => {
  const { kept, other, missing, list, form, unreachable, retry } = says.offline;
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await page.goto(says.articlePath);
  await areKept(page, says.articlePath, `/${language}/offline/`, `/${language}/contact/`, `/${language}/search/`);
  await page.goto(other.path);
  await areKept(page, other.path);
  await expect(page.getByText(kept)).toBeHidden();

  await portal.stop();
  await page.reload();
  await expect(page.getByText(kept)).toBeVisible();
  await page.goto(says.articlePath);
  await expect(heading(says.article)).toBeVisible();
  await page.getByLabel(says.search).fill(says.query);
  await expect(page.getByRole('option', { name: says.article })).toBeVisible();
  await page.keyboard.press('Enter');
  const found = page.getByRole('main').locator('ol').getByRole('link', { name: says.article });
  await found.click();
  await expect(heading(says.article)).toBeVisible();

  const unread = await page.goto(other.unread);
  expect(unread?.status()).toBe(503);
  await expect(heading(missing)).toBeVisible();
  await expect(page.getByRole('link', { name: '0120-000-417' })).toBeVisible();
  const saved = page.getByRole('region', { name: list });
  await expect(saved.getByRole('link')).toHaveCount(2);
  await saved.getByRole('link', { name: says.article }).click();
  await expect(heading(says.article)).toBeVisible();

  await page.goto(`/${language}/contact/`);
  await expect(page.getByText(form)).toBeVisible();
  await page.getByLabel(says.subject).fill(says.query);
  await page.getByLabel(says.message, { exact: true }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill('hanako@example.jp');
  await page.getByRole('button', { name: says.send }).click();
  await expect(page.getByRole('heading', { name: unreachable })).toBeFocused();
  await page.goto(other.unread);
  await expect(page.getByText(says.waiting.line)).toBeVisible();

  await portal.restart();
  await page.getByRole('button', { name: retry }).click();
  await expect(heading(missing)).toBeHidden();
  await page.goto(`/${language}/contact/`);
  await expect(page.getByText(form)).toBeHidden();
  // It has gone by itself, and left the form.
  await expect(page.getByText(says.waiting.sent)).toBeVisible();
  await expect(page.getByLabel(says.message, { exact: true })).toHaveValue('');
});

test('what is kept can be cleared, and nothing private is among it', async ({ page, language, says }) => {
  await page.goto(says.articlePath);
  await areKept(page, says.articlePath, `/${language}/offline/`);
  await page.goto(`/${language}/faq/no-such-page/`);
  await page.goto(`/${language}/requests/no-such-request/`);
  await page.goto('/desk/');
  await page.goto(says.offline.other.path);
  await areKept(page, says.offline.other.path);
  expect((await keptPaths(page)).filter((path) => /desk|requests|api|no-such/.test(path))).toEqual([]);

  await page.goto(`/${language}/offline/`);
  await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).not.toHaveText(says.offline.missing);
  await page.getByRole('button', { name: says.offline.clear }).click();
  await expect(page.getByText(says.offline.cleared)).toBeFocused();
  const always = ['contact', 'offline', 'search'].map((name) => `/${language}/${name}/`);
  expect((await keptPaths(page)).filter((path) => path.endsWith('/')).sort()).toEqual(always);
});

/** Addresses of everything the worker keeps. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(opened.map((cache) => cache.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
}

/** Waits until pages are kept, and with them the search index of their language. */
async function areKept(page: Page, ...paths: string[]): Promise<void> {
  const index = `/search${paths[0]?.slice(0, 3) ?? ''}.json`;
  await expect.poll(() => keptPaths(page)).toEqual(expect.arrayContaining([...paths, index]));
}
