import { rm } from 'node:fs/promises';
import type { APIRequestContext } from '@playwright/test';
import type { Ticket, TicketPage } from '../../api/tickets/contract.ts';
import { cast } from '../support/cast.ts';
import { careAddress, startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { startPortal } from '../support/portal-process.ts';
import { withTool } from '../support/prepare-tools.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { expect, type RunningPortal, signInAsOwner, test as base } from './portal.ts';

/*
 * The story that this product began with: somebody wrote on one channel, called, wrote on another, and explained the same
 * wrong pair of shoes three times. Here it is one conversation.
 */

interface Mailed {
  smtp: TestSmtp;
  mailbox: TestDovecot;
  mailed: Pick<RunningPortal, 'url' | 'setupUrl'>;
}

/** A portal that mails go out of and come in to, through real servers. */
const test = base.extend<Mailed>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  smtp: async ({}, use) => {
    const smtp = await startSmtp();
    await use(smtp);
    await smtp.close();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  mailbox: async ({}, use) => {
    const mailbox = await startDovecot();
    await use(mailbox);
    await mailbox.close();
  },
  mailed: async ({ smtp, mailbox }, use) => {
    const env = { SMTP_URL: smtp.url, IMAP_URL: mailbox.url, MAIL_FROM: `Aruku <${careAddress}>` };
    const portal = await startPortal({ env });
    await use(portal);
    await portal.stop();
    await rm(portal.dataDir, { recursive: true, force: true });
  },
});

const { skip: isWithoutServer, meta } = withTool('dovecot', 'dovecot-lmtp');

const told = {
  ja: {
    called: '箱には25.5cmと書いてあるそうです。',
    answered: '写真のとおり、左右とも25.5cmでした。',
    fresh: '別件です。靴紐はありますか。',
  },
  en: {
    called: 'The box says 25.5 cm.',
    answered: 'Both of them are 25.5 cm, see the label.',
    fresh: 'Another thing: do you have laces?',
  },
};

test('a form, a call and an answer by mail are one conversation of one customer; a fresh mail is their second', async ({
  page,
  browser,
  smtp,
  mailbox,
  mailed,
  says,
  language,
}) => {
  test.info().skip(isWithoutServer, meta.notRun);
  const customer = language === 'ja' ? cast.hanako : cast.tom;
  const words = told[language];

  await page.goto(`${mailed.url}/${language}/contact/`);
  await page.getByLabel(says.subject).fill(says.query);
  await expect(page.getByRole('link', { name: says.article })).toBeVisible();
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(customer.email);
  await page.getByLabel(says.name).fill(customer.name);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByRole('heading', { name: says.received })).toBeVisible();
  const [acknowledgement] = await smtp.received(1);
  const headers = acknowledgement?.headers ?? {};
  const answerTo = /<([^<>]+)>/.exec(headers['reply-to']?.[0] ?? '')?.[1] ?? '';
  expect(answerTo).toMatch(/^care\+m-.+@aruku\.example$/);

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, mailed, language);
  const ask = desk.request;
  const [opened] = await ticketsIn(ask, mailed.url);
  const reference = opened?.reference ?? '';

  // They call, and the agent notes it while talking.
  const call = { caller: '+81312345678', subject: says.query, message: words.called, language, reference };
  const logged = await ask.post(`${mailed.url}/api/calls`, { data: call, headers: { Origin: mailed.url } });
  expect(logged.status(), await logged.text()).toBe(201);

  const mail = (changes: Record<string, string>, text: string) => {
    const head = {
      From: `=?utf-8?B?${Buffer.from(customer.name).toString('base64')}?= <${customer.email}>`,
      Date: new Date().toUTCString(),
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
      ...changes,
    };
    return `${Object.entries(head)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${text}\r\n`;
  };
  await mailbox.deliver(
    mail(
      {
        To: answerTo,
        Subject: `Re: ${reference}`,
        'Message-ID': '<answer@mail.example>',
        'In-Reply-To': headers['message-id']?.[0] ?? '',
      },
      `${words.answered}\r\n\r\n> ${acknowledgement?.text.slice(0, 60).replaceAll('\n', '\r\n> ') ?? ''}`,
    ),
    answerTo,
  );
  await expect
    .poll(async () => (await ticket(ask, mailed.url, reference)).messages.length, { timeout: 30_000 })
    .toBe(3);

  const whole = await ticket(ask, mailed.url, reference);
  expect(whole.messages.map(({ channel, body }) => [channel, body])).toEqual([
    ['web', says.customerWrites],
    ['phone', words.called],
    ['email', words.answered],
  ]);
  expect(whole.messages.at(-1)?.isSenderProven).toBe(true);
  expect(whole.emailVerified).toBe(true);
  expect(await ticketsIn(ask, mailed.url)).toHaveLength(1);
  // Nobody was asked anything again: the one mail that went out is the acknowledgement.
  expect(smtp.mails).toHaveLength(1);

  await mailbox.deliver(
    mail({ To: careAddress, Subject: words.fresh, 'Message-ID': '<fresh@mail.example>' }, words.fresh),
  );
  await expect.poll(async () => (await ticketsIn(ask, mailed.url)).length, { timeout: 30_000 }).toBe(2);
  const second = (await ticketsIn(ask, mailed.url)).find((line) => line.reference !== reference);
  const fresh = await ticket(ask, mailed.url, second?.reference ?? '');
  expect(fresh.customerId).toBe(whole.customerId);
  expect(fresh.otherTickets.map((other) => other.reference)).toEqual([reference]);
  expect(fresh.messages.map(({ isSenderProven }) => isSenderProven)).toEqual([false]);

  await desk.goto(`${mailed.url}/desk/#/tickets/all/${reference}`);
  for (const text of [says.customerWrites, words.called, words.answered]) {
    await expect(desk.getByText(text).first()).toBeVisible();
  }
  await staff.close();
});

async function ticketsIn(ask: APIRequestContext, url: string): Promise<TicketPage['tickets']> {
  return ((await (await ask.get(`${url}/api/tickets?view=all`)).json()) as TicketPage).tickets;
}

async function ticket(ask: APIRequestContext, url: string, reference: string): Promise<Ticket> {
  return (await (await ask.get(`${url}/api/tickets/${reference}`)).json()) as Ticket;
}
