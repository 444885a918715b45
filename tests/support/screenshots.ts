import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { browserLaunch } from './browser.ts';
import { cast } from './cast.ts';
import { type PortalProcess, startPortal } from './portal-process.ts';
import { words } from '../journeys/words.ts';

/*
 * Pictures of every kind of page, for looking at: both languages, both themes, a desktop and a phone. They go to the
 * folder named on the command line (test-results/screenshots without one); the README's own picture is made anew.
 */

const folder = process.argv[2] ?? 'test-results/screenshots';
const readmePicture = '.github/screenshot.png';
const screens = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

await mkdir(folder, { recursive: true });
const portal = await startPortal();
const browser = await chromium.launch(browserLaunch());
const owner = await makeOwner(portal);
for (const language of ['ja', 'en'] as const) await picture(browser, language);
await browser.close();
await portal.stop();
await rm(portal.dataDir, { recursive: true, force: true });

async function picture(browser: Browser, language: 'ja' | 'en'): Promise<void> {
  const says = words[language];
  const requestUrl = await openTickets(language);
  const pages: [string, string, (page: Page) => Promise<void>][] = [
    ['home', `/${language}/`, async () => undefined],
    ['article', says.articlePath, async () => undefined],
    ['guide', `/${language}/guides/measure-your-feet/`, async () => undefined],
    ['flow', `/${language}/troubleshooting/my-order-is-wrong/`, async () => undefined],
    ['category', `/${language}/categories/returns/`, async () => undefined],
    ['search', `/${language}/search/?q=${encodeURIComponent(says.query)}`, (page) => settle(page, '.search-results')],
    ['typing', `/${language}/`, (page) => typeQuery(page, says.search, says.query)],
    ['contact', `/${language}/contact/`, async (page) => page.getByLabel(says.subject).fill(says.query)],
    ['request', requestUrl, async () => undefined],
    ['not-found', `/${language}/no-such-page/`, async () => undefined],
    ['desk', '/desk/', (page) => settle(page, '.desk-tickets a')],
    ['desk-ticket', '/desk/', openFirstTicket],
  ];
  for (const [name, path, prepare] of pages) {
    for (const viewport of screens) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({
          viewport,
          colorScheme,
          locale: language === 'ja' ? 'ja-JP' : 'en-GB',
          ...(name.startsWith('desk') ? { storageState: owner } : {}),
        });
        const page = await context.newPage();
        await page.goto(`${portal.url}${path}`);
        await prepare(page);
        await page.waitForTimeout(400);
        const file = join(folder, `${name}-${language}-${viewport.width}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: name !== 'typing' });
        if (name === 'home' && language === 'en' && viewport.width === 1280 && colorScheme === 'light') {
          await page.screenshot({ path: readmePicture });
        }
        await context.close();
      }
    }
  }
}

async function makeOwner({
  url,
  setupUrl,
}: PortalProcess): Promise<Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>> {
  const context = await browser.newContext();
  const token = setupUrl?.split('#setup=')[1];
  await context.request.post(`${url}/api/setup`, { data: { ...cast.ichiro, token } });
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Two tickets, the first of them answered; gives back its private page. */
async function openTickets(language: 'ja' | 'en'): Promise<string> {
  const says = words[language];
  const customer = language === 'ja' ? cast.hanako : cast.tom;
  const context = await browser.newContext({ storageState: owner });
  const open = async (subject: string, message: string) => {
    const trail = [
      { kind: 'search', query: says.query, at: 1 },
      { kind: 'page', url: says.articlePath, title: says.article, at: 2 },
    ];
    const data = { ...customer, subject, message, language, trail };
    const answer = await context.request.post(`${portal.url}/api/tickets`, { data });
    return (await answer.json()) as { reference: string; requestUrl: string };
  };
  const { reference, requestUrl } = await open(says.query, says.customerWrites);
  await context.request.post(`${portal.url}/api/tickets/${reference}/messages`, {
    data: { message: says.agentWrites },
  });
  await open(says.article, says.customerWrites);
  await context.close();
  return requestUrl;
}

async function settle(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
}

async function typeQuery(page: Page, label: string, query: string): Promise<void> {
  await page.getByLabel(label).fill(query);
  await settle(page, '.search-option');
  await page.keyboard.press('ArrowDown');
}

async function openFirstTicket(page: Page): Promise<void> {
  await page.locator('.desk-tickets a').first().click();
  await settle(page, '.ticket');
}
