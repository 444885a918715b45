import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversations } from '../tickets/tables.ts';
import type { MailInView, ReceivedMail, ReceivedMailPage, ReceivedMailWithText } from './contract.ts';
import { decisionsFor } from './decisions.ts';
import { type MailOutcome, type ReceivedMailRow, receivedMails } from './tables.ts';

const pageSize = 50;
const longestHeaders = 16 * 1024;
const longestText = 20_000;

const outcomesOf: Record<MailInView, readonly MailOutcome[]> = {
  quarantined: ['quarantined'],
  waiting: ['waiting'],
  taken: ['message', 'conversation'],
  'not-answered': ['bounce', 'auto-reply', 'blocked'],
  dismissed: ['dismissed'],
};

/** One page of a view, the newest first. `after` is the `next` of the page before; an unreadable one begins at the top. */
export async function listReceivedMails(
  { db, mailIn }: Services,
  view: MailInView,
  after: string | null,
): Promise<ReceivedMailPage> {
  const place = /^[0-9a-f-]{36}$/.test(after ?? '') ? lt(receivedMails.id, after ?? '') : undefined;
  const rows = await db.read
    .select({ mail: receivedMails, reference: conversations.reference })
    .from(receivedMails)
    .leftJoin(conversations, eq(conversations.id, receivedMails.conversationId))
    .where(and(inArray(receivedMails.outcome, [...outcomesOf[view]]), place))
    .orderBy(desc(receivedMails.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  return {
    mails: shown.map(({ mail, reference }) => summary(mail, reference)),
    next: rows.length > pageSize ? (shown.at(-1)?.mail.id ?? null) : null,
    isReceiving: mailIn.replyTo !== null,
  };
}

/** A mail with what it says, as plain text: nothing of it is run, fetched or shown as a page. Throws `not-found`. */
export async function readReceivedMail(services: Services, id: string): Promise<ReceivedMailWithText> {
  const { mail, reference } = await mailOf(services, id);
  const begin = await services.mailIn.files.begin(mail.id, longestHeaders);
  const said = begin && (await textOf(services, mail));
  return {
    ...summary(mail, reference),
    headers: headersIn(begin),
    text: said ? said.text.slice(0, longestText).toWellFormed() : null,
    files: said ? said.attachments.map(({ name, type, bytes }) => ({ name, type, bytes })) : [],
    decisions: decisionsFor(mail),
  };
}

/** The raw mail. Throws `not-found`. */
export async function rawMail(services: Services, id: string): Promise<AsyncIterable<Uint8Array>> {
  const { mail } = await mailOf(services, id);
  const content = await services.mailIn.files.stream(mail.id);
  if (!content) throw new Problem('not-found');
  return content;
}

/** Throws `not-found`. */
export async function mailOf({ db }: Services, id: string) {
  const [row] = await db.read
    .select({ mail: receivedMails, reference: conversations.reference })
    .from(receivedMails)
    .leftJoin(conversations, eq(conversations.id, receivedMails.conversationId))
    .where(eq(receivedMails.id, id));
  if (!row) throw new Problem('not-found');
  return row;
}

async function textOf({ mailIn }: Services, { id }: ReceivedMailRow) {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-mail-'));
  try {
    const result = await mailIn.read(mailIn.files.pathOf(id), folder);
    return result.ok ? result.mail : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whatever they hold, characters of one line after the other. */
function headersIn(begin: Buffer | null): string {
  const text = begin?.toString('utf8') ?? '';
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  return head
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\t]/gu, '\uFFFD');
}

function summary(mail: ReceivedMailRow, reference: string | null): ReceivedMail {
  const { id, sender, subject, bytes, outcome, reason, attempts, receivedAt, handledAt } = mail;
  return { id, sender, subject, bytes, outcome, reason, attempts, receivedAt, handledAt, reference };
}
