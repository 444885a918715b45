import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../support/browser.ts';
import { cast } from '../support/cast.ts';
import { expectAccessible } from './accessible.ts';
import { expect, type RunningPortal, tabTo, test } from './portal.ts';
import type { Words } from './words.ts';

/* A browser with a profile of its own, which outlives it. */

const photo = { name: 'box.txt', mimeType: 'text/plain', buffer: Buffer.from('The box says 25.5.') };

let profile = '';
test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'madoguchi-profile-'));
});
test.afterEach(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

function openBrowser(
  portal: RunningPortal,
  language: 'ja' | 'en',
  serviceWorkers: 'allow' | 'block' = 'allow',
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    ...browserLaunch(),
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    baseURL: portal.url,
    serviceWorkers,
    viewport: { width: 390, height: 844 },
  });
}

async function write(page: Page, says: Words, language: string, subject: string): Promise<void> {
  await page.goto(`/${language}/contact/`, { waitUntil: 'networkidle' });
  await page.getByLabel(says.subject).fill(subject);
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(cast.tom.email);
}

/** How many conversations there are with a subject, in a copy of the database: one process holds it at a time. */
async function countOf(portal: RunningPortal, subject: string): Promise<number> {
  await portal.stop();
  await cp(portal.dataDir, join(profile, 'data'), { recursive: true, filter: (path) => !path.endsWith('.sock') });
  await portal.restart();
  const db = createClient({ url: `file:${join(profile, 'data/portal.db')}` });
  const sql = 'select count(*) as count from conversations where subject = ?';
  const { rows } = await db.execute({ sql, args: [subject] });
  db.close();
  return Number(rows[0]?.['count']);
}

test('a message outlives a server that is gone and a browser that is closed, and arrives once', async ({
  portal,
  says,
  language,
}) => {
  const subject = `${says.query} ${language}`;
  let context = await openBrowser(portal, language);
  let page = context.pages()[0] ?? (await context.newPage());
  await write(page, says, language, subject);
  await page.locator('#contact-files').setInputFiles([photo]);
  await expect(page.locator('.attachment-list').getByText('box.txt')).toBeVisible();
  await portal.stop();
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByRole('heading', { name: says.offline.unreachable })).toBeFocused();
  await expect(page.getByRole('textbox', { name: says.message })).toHaveValue('');
  await expectAccessible(page);
  await context.close();

  await portal.restart();
  context = await openBrowser(portal, language);
  page = context.pages()[0] ?? (await context.newPage());
  const second = await context.newPage();
  await Promise.all([page.goto(says.articlePath), second.goto(`/${language}/`)]);
  for (const tab of [page, second]) await expect(tab.getByText(says.waiting.sent)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(says.waiting.sent)).toBeVisible();
  const close = page.getByRole('button', { name: says.waiting.close });
  await tabTo(page, close);
  await page.keyboard.press('Enter');
  await expect(page.locator('.letter-line')).toHaveCount(0);
  await second.reload();
  await second.waitForLoadState('networkidle');
  await expect(second.locator('.letter-line')).toHaveCount(0);
  expect(await countOf(portal, subject)).toBe(1);
  await context.close();
});

test('a message that waits can be erased from a shared computer, and is never sent', async ({
  portal,
  says,
  language,
}) => {
  const subject = `${says.query} erased ${language}`;
  const context = await openBrowser(portal, language, 'block');
  const page = context.pages()[0] ?? (await context.newPage());
  for (const way of ['here', 'everything'] as const) {
    await write(page, says, language, subject);
    await page.route('**/api/tickets', (route) => route.abort());
    await page.getByRole('button', { name: says.send, exact: true }).click();
    await expect(page.getByRole('heading', { name: says.offline.unreachable })).toBeFocused();
    if (way === 'here') {
      const erase = page.getByRole('button', { name: says.waiting.erase });
      await tabTo(page, erase);
      await page.keyboard.press('Enter');
      await expect(page.locator('.letter')).toHaveCount(0);
    } else {
      await page.goto(`/${language}/privacy/`);
      await expect(page.getByText(says.waiting.line)).toBeVisible();
      await page.getByRole('button', { name: says.waiting.clearDevice }).click();
      await expect(page.getByText(says.waiting.cleared)).toBeVisible();
    }
    await page.unroute('**/api/tickets');
    await page.goto(says.articlePath, { waitUntil: 'networkidle' });
    await expect(page.locator('.letter-line')).toHaveCount(0);
  }
  expect(await countOf(portal, subject)).toBe(0);
  await context.close();
});
