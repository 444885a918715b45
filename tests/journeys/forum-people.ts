import { DatabaseSync } from 'node:sqlite';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { messages as accountSays } from '../../components/account/messages.ts';
import { peopleMessages } from '../../components/desk/accounts/people-messages.ts';
import { messages as editorSays } from '../../components/forum/editor-messages.ts';
import { messages as asksSay } from '../../components/forum/ask-messages.ts';
import { wayMessages as waysSay } from '../../components/desk/moderation/way-messages.ts';
import { forumTexts } from '../../site/forum/texts.ts';
import { memberTexts } from '../../site/members/texts.ts';
import { startPortal, type StartOptions } from '../support/portal-process.ts';
import { startSmtp, type ReceivedMail } from '../support/smtp.ts';
import { test } from './portal.ts';

type Language = 'ja' | 'en';

/** As patient as somebody who waits for others: each step of these journeys is one of several people’s. */
export const expect = test.expect.configure({ timeout: 15_000 });

/** A portal of one journey, with the mail server that it sends by. */
export interface Forum {
  url: string;
  setupUrl: string | null;
  dataDir: string;
  /** Waits for the mail to somebody in which something stands. */
  mailTo(email: string, text: string): Promise<ReceivedMail>;
  /** Stops it, and starts it as if so much time had passed: what waits for the clock is due so much earlier. */
  restart(passedMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Journeys that have a portal of their own, since time passes in it. */
export const forumTest = test.extend<{ forum: Forum }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  forum: async ({}, use) => {
    const forum = await openForum();
    await use(forum);
    await forum.close();
  },
  // Without this, the portal that other journeys share would be started as well.
  baseURL: async ({ forum }, use) => use(forum.url),
});

export async function openForum(options: StartOptions = {}): Promise<Forum> {
  const smtp = await startSmtp();
  const start = (more: StartOptions) =>
    startPortal({ ...options, ...more, env: { ...options.env, SMTP_URL: smtp.url } });
  let process = await start({});
  const { url, port, dataDir, setupUrl } = process;
  const { mails } = smtp;
  return {
    url,
    setupUrl,
    dataDir,
    async mailTo(email, text) {
      const found = () => mails.findLast((mail) => mail.to.includes(email) && hasText(mail, text));
      await expect.poll(() => found()?.to, { message: `a mail to ${email}: ${text}`, timeout: 20_000 }).toBeTruthy();
      return found() as ReceivedMail;
    },
    async restart(passedMs) {
      await process.stop();
      letPass(dataDir, passedMs);
      process = await start({ dataDir, port });
    },
    async close() {
      await process.stop();
      await smtp.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Lines of a mail end where they are full. */
function hasText({ text }: ReceivedMail, wanted: string): boolean {
  return text.replaceAll(/\s+/g, '').includes(wanted.replaceAll(/\s+/g, ''));
}

/** Time itself is the one thing that no journey waits for. */
function letPass(dataDir: string, ms: number): void {
  const database = new DatabaseSync(join(dataDir, 'portal.db'));
  for (const table of ['outbox', 'jobs']) database.prepare(`update ${table} set due_at = due_at - ?`).run(ms);
  database.close();
}

export async function openPage(browser: Browser, width: number): Promise<Page> {
  return (await browser.newContext({ viewport: { width, height: 844 } })).newPage();
}

/** Registers by the link in the mail: somebody who may write in the forum. */
export async function joinForum(
  page: Page,
  forum: Forum,
  { email, name }: { email: string; name: string },
  language: Language,
): Promise<void> {
  const { join: says } = memberTexts(language);
  await page.goto(`${forum.url}/${language}/members/join/`);
  await page.getByLabel(says.email).fill(email);
  await page.getByRole('button', { name: says.send }).click();
  await page.goto(linkIn(await forum.mailTo(email, '#registration='), /http\S+#registration=\S+/));
  await page.getByLabel(accountSays[language].name, { exact: true }).fill(name);
  await page.getByRole('button', { name: accountSays[language].registration.submit }).click();
  await page.waitForURL(`**/${language}/forum/`);
}

/** The address in a mail, as its reader would follow it. */
export function linkIn({ text }: ReceivedMail, pattern: RegExp): string {
  const [link = ''] = pattern.exec(text) ?? [];
  expect(link, text).not.toBe('');
  return link;
}

/** Makes a moderator by an invitation, who comes in by the link in the mail. */
export async function inviteModerator(
  desk: Page,
  forum: Forum,
  invited: { page: Page; email: string; name: string; password: string },
  language: Language,
): Promise<void> {
  const { invite } = peopleMessages[language];
  const says = accountSays[language];
  await desk.goto(`${forum.url}/desk/#/people`);
  await desk
    .getByRole('link', { name: invite.open })
    .or(desk.getByRole('button', { name: invite.open }))
    .click();
  await desk.getByLabel(says.email).fill(invited.email);
  await desk.getByLabel(says.roles.moderator).check();
  await desk.getByRole('button', { name: invite.submit, exact: true }).click();
  await expect(desk.getByText(invite.done)).toBeVisible();
  const { page } = invited;
  await page.goto(linkIn(await forum.mailTo(invited.email, '#invitation='), /http\S+#invitation=\S+/));
  await page.getByLabel(says.name, { exact: true }).fill(invited.name);
  await page.getByLabel(says.password, { exact: true }).fill(invited.password);
  await page.getByRole('button', { name: says.invitation.submit }).click();
  await page.locator('.desk-list').waitFor();
}

/** Fills in the question and sends it. */
export async function ask(
  page: Page,
  forum: Pick<Forum, 'url'>,
  { title, body }: { title: string; body: string },
  language: Language,
): Promise<void> {
  const says = forumTexts(language);
  await page.goto(`${forum.url}/${language}/forum/new/`);
  await page.getByLabel(says.new.board).selectOption('shoes');
  await page.getByLabel(says.new.heading, { exact: true }).fill(title);
  await write(page, body, language);
  await page.getByRole('button', { name: says.new.send }).click();
}

/** The editor comes when somebody comes near it; until then the form goes its own way. */
export async function write(page: Page, body: string, language: Language): Promise<void> {
  const field = page.getByLabel(forumTexts(language).body, { exact: true });
  await field.click();
  await page.getByRole('toolbar', { name: editorSays[language].tools }).waitFor();
  await field.fill(body);
}

/** Asks what a moderator looks at first; gives the address of the thread. */
export async function askAndWait(...[page, forum, question, language]: Parameters<typeof ask>): Promise<string> {
  const says = asksSay[language];
  await ask(page, forum, question, language);
  await expect(page.getByText(says.pending)).toBeVisible();
  await page.getByRole('link', { name: says.see }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question.title);
  return new URL(page.url()).pathname;
}

/** Answers in the thread that is open. */
export async function answer(page: Page, body: string, language: Language): Promise<void> {
  await write(page, body, language);
  await page.getByRole('button', { name: forumTexts(language).sendReply }).click();
}

/** Opens the first of a list of the moderators’ queue, by keyboard. */
export async function openFirst(desk: Page, forum: Forum, title: string, view = ''): Promise<void> {
  await desk.goto(`${forum.url}/desk/#/moderation${view && `/${view}`}`);
  // The queue looks for what is new every quarter of a minute; nobody waits for that here.
  await desk.reload();
  await desk.locator('.ticket-row').first().waitFor();
  await desk.keyboard.press('j');
  await expect(desk.locator('.ticket-title')).toHaveText(title);
}

/** Publishes what waits, by keyboard. */
export async function approve(desk: Page, forum: Forum, title: string, language: Language): Promise<void> {
  await openFirst(desk, forum, title);
  await desk.keyboard.press('a');
  await expect(desk.locator('.queue-said')).toContainText(waysSay[language].done.approve(title, 1));
}
