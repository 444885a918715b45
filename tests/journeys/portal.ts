import { rm } from 'node:fs/promises';
import { type Locator, type Page, test as base } from '@playwright/test';
import { cast } from '../support/cast.ts';
import { type PortalProcess, type StartOptions, startPortal } from '../support/portal-process.ts';
import { type Words, words } from './words.ts';

/** A portal of its own for each worker, which a journey may restart. */
export interface RunningPortal {
  readonly url: string;
  readonly setupUrl: string | null;
  readonly dataDir: string;
  /** Stops the process, until it is started again; kills it if asked. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Stops the process and starts it again on the same data and address. */
  restart(): Promise<void>;
}

interface Fixtures {
  says: Words;
  /** Console errors and uncaught exceptions of the page; a journey fails if there are any. */
  quietPage: Page;
}

export const test = base.extend<Fixtures & { language: 'ja' | 'en' }, { portal: RunningPortal }>({
  portal: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => whileItRuns(use),
    { scope: 'worker', timeout: 60_000 },
  ],
  language: async ({ locale }, use) => use(locale === 'en-GB' ? 'en' : 'ja'),
  says: async ({ language }, use) => use(words[language]),
  baseURL: async ({ portal }, use) => use(portal.url),
  quietPage: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      // A page that is open asks for notices now and then, also while a journey has stopped the portal.
      const isAskedAgain = /\/notices\/[a-z]+\.json$/.test(message.location().url);
      if (message.type() === 'error' && !isAskedAgain) errors.push(`${message.text()} (${message.location().url})`);
    });
    await use(page);
    test.expect(errors).toEqual([]);
  },
});

export const expect = test.expect;

/** A portal for as long as it is used. */
export async function whileItRuns(
  use: (portal: RunningPortal) => Promise<void>,
  options: StartOptions = {},
): Promise<void> {
  let process: PortalProcess = await startPortal(options);
  await use({
    get url() {
      return process.url;
    },
    get setupUrl() {
      return process.setupUrl;
    },
    get dataDir() {
      return process.dataDir;
    },
    async stop(signal) {
      await process.stop(signal);
    },
    async restart() {
      await process.stop();
      process = await startPortal({ dataDir: process.dataDir, port: process.port });
    },
  });
  await process.stop();
  await rm(process.dataDir, { recursive: true, force: true });
}

/** Signs in as the owner, making the account through the one-time link the first time in this worker. */
export async function signInAsOwner(
  page: Page,
  portal: Pick<RunningPortal, 'url' | 'setupUrl'>,
  language: 'ja' | 'en',
): Promise<void> {
  const owner = language === 'ja' ? cast.ichiro : cast.emma;
  const says = words[language].desk;
  if (portal.setupUrl && !madeOwners.has(portal.url)) {
    await page.goto(portal.setupUrl);
    await page.getByLabel(says.name).fill(owner.name);
    await page.getByLabel(says.email).fill(owner.email);
    await page.getByLabel(says.password).fill(owner.password);
    await page.getByLabel(says.language).selectOption(language);
    await page.getByRole('button', { name: says.makeAccount }).click();
    madeOwners.add(portal.url);
  } else {
    await page.goto(`${portal.url}/desk/`);
    await page.getByLabel(says.email).fill(owner.email);
    await page.getByLabel(says.password).fill(owner.password);
    await page.getByRole('button', { name: says.signIn }).click();
  }
  // On a phone the views are behind a button.
  await page.locator('.desk-list').waitFor();
}

/** Writes the agent's reply to the ticket that is open at the desk. */
export async function replyAtDesk(desk: Page, says: Words): Promise<void> {
  await desk.getByLabel(says.desk.reply, { exact: true }).fill(says.agentWrites);
  await desk.getByRole('button', { name: says.desk.send }).click();
  await expect(desk.locator('.messages').getByText(says.agentWrites)).toBeVisible();
  await replyHasLeft(desk, says);
}

/** Waits until the reply cannot be taken back any more: from then on the customer sees it. */
export async function replyHasLeft(desk: Page, says: Words): Promise<void> {
  const takeBack = desk.getByRole('button', { name: says.desk.takeBack, exact: true });
  await takeBack.waitFor();
  await takeBack.waitFor({ state: 'detached', timeout: 20_000 });
}

/** Reads the agent's reply on the private page, and writes back. */
export async function answerReply(page: Page, requestUrl: string, says: Words): Promise<void> {
  await page.goto(requestUrl);
  await expect(page.getByText(says.agentWrites)).toBeVisible();
  await page.getByLabel(says.writeBack, { exact: true }).fill(says.customerAnswers);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByText(says.sent)).toBeVisible();
  await expect(page.locator('.messages').getByText(says.customerAnswers)).toBeVisible();
}

const madeOwners = new Set<string>();

/** Presses Tab until an element has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}
