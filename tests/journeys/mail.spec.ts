import { rm } from 'node:fs/promises';
import { cast } from '../support/cast.ts';
import { startPortal } from '../support/portal-process.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { violationsOn } from './accessible.ts';
import { expect, replyAtDesk, type RunningPortal, signInAsOwner, test as base } from './portal.ts';

interface Mailing {
  smtp: TestSmtp;
  mailing: Pick<RunningPortal, 'url' | 'setupUrl'>;
}

/** A mail is no page: a reader's program has the headings and landmarks. */
const pageRules = Object.fromEntries(
  ['landmark-one-main', 'page-has-heading-one', 'region'].map((rule) => [rule, { enabled: false }]),
);

/** A portal with a mail server, for each journey its own. */
const test = base.extend<Mailing>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  smtp: async ({}, use) => {
    const smtp = await startSmtp();
    await use(smtp);
    await smtp.close();
  },
  mailing: async ({ smtp }, use) => {
    const portal = await startPortal({ env: { SMTP_URL: smtp.url } });
    await use(portal);
    await portal.stop();
    await rm(portal.dataDir, { recursive: true, force: true });
  },
});

const said = {
  ja: {
    acknowledged: 'お問い合わせを受け付けました',
    replied: 'お返事：',
    byMail: {
      send: '確認のメールを受け取る',
      asked: '確認のメールをお送りします',
      confirm: '登録する',
      done: '登録しました',
    },
    stop: { button: '停止する', done: 'お知らせメールを停止しました' },
    outbox: '送信箱',
    sent: '送信済み',
    mails: 'メールの見本',
  },
  en: {
    acknowledged: 'we’ve received your message',
    replied: 'answered:',
    byMail: {
      send: 'Send me a confirmation',
      asked: 'Please check your e-mail',
      confirm: 'Yes, e-mail me',
      done: 'You’re subscribed',
    },
    stop: { button: 'Stop them', done: 'Notices by e-mail have stopped' },
    outbox: 'Outbox',
    sent: 'Sent',
    mails: 'Mails',
  },
};

/** The address in a mail that leads to a page. */
function linkIn(text: string, path: RegExp): string {
  const link = text.split(/\s/).find((word) => path.test(word));
  if (!link) throw new Error(`No ${String(path)} in:\n${text}`);
  return link;
}

test('from the form to the acknowledgement, by its link to the request, and the reply comes by mail', async ({
  page,
  browser,
  smtp,
  mailing,
  says,
  language,
}) => {
  const customer = language === 'ja' ? cast.hanako : cast.tom;
  await page.goto(`${mailing.url}/${language}/contact/`);
  await page.getByLabel(says.subject).fill(says.query);
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(customer.email);
  await page.getByLabel(says.name).fill(customer.name);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByRole('heading', { name: says.received })).toBeVisible();

  const [acknowledgement] = await smtp.received(1);
  expect(acknowledgement?.to).toEqual([customer.email]);
  expect(acknowledgement?.headers['subject']?.[0]).toContain(said[language].acknowledged);
  // Nobody has proven the address yet: nothing goes there that a stranger could have written.
  expect(acknowledgement?.text).not.toContain(customer.name);
  expect(acknowledgement?.text).not.toContain(says.customerWrites.slice(0, 10));
  expect(acknowledgement?.text).toContain(says.articlePath);

  await page.goto(linkIn(acknowledgement?.text ?? '', /\/requests\//));
  await expect(page.getByText(says.customerWrites)).toBeVisible();

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, mailing, language);
  await desk.getByText(says.query).first().click();
  await replyAtDesk(desk, says);
  // Ten seconds later, for as long as a reply can be taken back.
  const [, reply] = await smtp.received(2);
  expect(reply?.headers['subject']?.[0]).toContain(said[language].replied);
  expect(reply?.headers['in-reply-to']).toEqual(acknowledgement?.headers['message-id']);
  // Otherwise the link, which leads to the reply itself, is only another place of the page that is open.
  await page.goto('about:blank');
  await page.goto(linkIn(reply?.text ?? '', /\/requests\//));
  await expect(page.getByText(says.agentWrites)).toBeVisible();

  await desk.getByRole('link', { name: said[language].outbox, exact: true }).click();
  await desk.getByRole('link', { name: said[language].sent, exact: true }).click();
  await desk.locator('.desk-tickets a').first().click();
  await expect(desk.locator('.mail-text')).toContainText(says.agentWrites.slice(0, 10));
  await staff.close();
});

test('notices by mail: asked for, confirmed, stopped', async ({ page, smtp, mailing, says, language }) => {
  const words = said[language];
  await page.goto(`${mailing.url}/${language}/notices/`);
  await page.getByLabel(says.email).fill(cast.hanako.email);
  await page.getByRole('button', { name: words.byMail.send }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.byMail.asked);
  const [confirmation] = await smtp.received(1);
  await page.goto(linkIn(confirmation?.text ?? '', /\/confirm\//));
  const violations = await violationsOn(page);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: words.byMail.confirm }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.byMail.done);

  const staff = await page.context().newPage();
  await signInAsOwner(staff, mailing, language);
  const published = await staff.request.post(`${mailing.url}/api/notices`, {
    data: {
      kind: 'delay',
      severity: 'major',
      title: { ja: '遅れています', en: 'Parcels are late' },
      text: { ja: '雪のためです。', en: 'It is the snow.' },
    },
  });
  expect(published.status()).toBe(201);
  const [, notice] = await smtp.received(2);
  expect(notice?.headers['list-unsubscribe-post']).toEqual(['List-Unsubscribe=One-Click']);
  await page.goto(linkIn(notice?.text ?? '', /\/stop\//));
  await page.getByRole('button', { name: words.stop.button }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.stop.done);
});

test('every mail is accessible as HTML, and the gallery shows it in its frame', async ({ page, mailing, language }) => {
  await signInAsOwner(page, mailing, language);
  const { examples } = (await (await page.request.get(`${mailing.url}/api/mails`)).json()) as {
    examples: { kind: string; language: string; number: number; subject: string }[];
  };
  await page.goto(`${mailing.url}/desk/#/mails/${language}/ticket-received.0`);
  const frame = page.frameLocator('.mail-preview');
  await expect(frame.getByRole('link').first()).toBeVisible();

  for (const example of examples.filter((one) => one.language === language)) {
    const html = await (
      await page.request.get(`${mailing.url}/api/mails/${example.kind}/${language}/${example.number}`)
    ).text();
    const reader = await page.context().newPage();
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.emulateMedia({ colorScheme });
      await reader.setViewportSize({ width: 320, height: 800 });
      await reader.setContent(html);
      const violations = await violationsOn(reader, { rules: pageRules });
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        example.kind,
      ).toEqual([]);
      const overflow = await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    await reader.close();
  }
});
