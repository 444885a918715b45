import { mkdir, rm } from 'node:fs/promises';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { continuedConversation } from '../channels/email/continued.ts';
import { authenticationOf } from '../channels/email/parse/authentication.ts';
import type { ParsedMail } from '../channels/email/parse/parsed-mail.ts';
import { isOwnAddress } from '../channels/email/reply-address.ts';
import { fingerprintOf } from '../db/idempotency.ts';
import type { Statement } from '../db/statements.ts';
import { emailAddress } from '../http/email-address.ts';
import { rowOfMessageId } from '../mail/message-ids.ts';
import type { Services } from '../services.ts';
import { receive } from '../tickets/receive.ts';
import { bounced } from './bounced.ts';
import { asIncoming } from './incoming.ts';
import type { MailReason } from './reasons.ts';
import { type MailOutcome, type ReceivedMailRow, receivedMails } from './tables.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Two robots that write to each other stop after so many acknowledgements in a day. */
const mostAcknowledgements = 2;
/** More of one sender in an hour is no conversation: a person looks at the rest. */
const mostInAnHour = 30;

const readTries = 3;

/** What became of a mail. */
export interface Handled {
  outcome: Exclude<MailOutcome, 'waiting'>;
  reason: MailReason | null;
  conversationId?: string;
  entryId?: string;
  /** Who it says it is from, and what about. */
  mail?: ParsedMail;
  /** What is written along with the outcome. */
  also?: Statement[];
}

/**
 * Makes of a mail what it is: a message of a conversation or a new one, the news that a mail of ours did not arrive, or
 * nothing. Done twice, it leads to the same. `isWanted`: a person decided that it becomes a conversation, whatever else it
 * may be. Throws when it could not be done now.
 */
export async function handleMail(services: Services, row: ReceivedMailRow, isWanted = false): Promise<Handled> {
  const { files, read } = services.mailIn;
  if ((await files.begin(row.id, 1)) === null) return { outcome: 'quarantined', reason: 'file-missing' };
  const folder = files.partsOf(row.id);
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const result = await read(files.pathOf(row.id), folder);
    if (!result.ok) {
      if (result.reason === 'too-large') return { outcome: 'quarantined', reason: 'too-large' };
      // A busy machine may have been the reason.
      if (row.attempts < readTries) throw new Error(`the mail could not be read: ${result.reason}`);
      return { outcome: 'quarantined', reason: 'unreadable' };
    }
    return { ...(await decide(services, row, result.mail, isWanted)), mail: result.mail };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function decide(
  services: Services,
  row: ReceivedMailRow,
  mail: ParsedMail,
  isWanted: boolean,
): Promise<Omit<Handled, 'mail'>> {
  const sender = senderOf(mail);
  if (!isWanted) {
    const other = await whatElse(services, row, mail, sender);
    if (other) return other;
  }
  if (sender === null) return { outcome: 'quarantined', reason: 'no-sender' };
  const conversationId = await continuedConversation(services, mail);
  const incoming = await asIncoming(services, mail, sender, {
    conversationId,
    isAcknowledged: !isWanted && (await mayAcknowledge(services, row, mail, sender)),
  });
  // By the row: whatever was cut off in the middle leads to the same message.
  const once = { scope: 'mail-in', key: row.id, fingerprint: fingerprintOf(row.id) };
  const received = await receive(services, incoming, once);
  if (received.isBlocked) return { outcome: 'blocked', reason: null };
  return {
    outcome: received.isNew ? 'conversation' : 'message',
    reason: null,
    conversationId: received.conversationId,
    entryId: received.messageId,
  };
}

/** What becomes of a mail that nobody waits for an answer to; `null` for all others. */
async function whatElse(
  services: Services,
  row: ReceivedMailRow,
  mail: ParsedMail,
  sender: string | null,
): Promise<Omit<Handled, 'mail'> | null> {
  const { mailIn } = services;
  const isOwn =
    (mail.messageId !== null && rowOfMessageId(services, mail.messageId) !== null) ||
    (sender !== null && mailIn.replyTo !== null && isOwnAddress(mailIn.replyTo, sender));
  if (mail.kind === 'bounce') return bounceOf(services, mail);
  if (isOwn || mail.kind === 'loop') return { outcome: 'auto-reply', reason: 'own-mail' };
  if (mail.kind === 'auto-reply' || mail.kind === 'list' || mail.kind === 'report') {
    return { outcome: 'auto-reply', reason: mail.kind };
  }
  if (sender === null) return { outcome: 'quarantined', reason: 'no-sender' };
  if ((await recentOf(services, row, sender, hourMs)) >= mostInAnHour)
    return { outcome: 'quarantined', reason: 'too-many' };
  return null;
}

async function bounceOf(services: Services, { bounce }: ParsedMail): Promise<Omit<Handled, 'mail'>> {
  if (bounce?.isPermanent === false) return { outcome: 'bounce', reason: 'delayed' };
  const ours = bounce && (await bounced(services, bounce));
  if (!ours) return { outcome: 'bounce', reason: 'foreign-bounce' };
  return { outcome: 'bounce', reason: 'undelivered', conversationId: ours.conversationId, also: ours.statements };
}

function senderOf({ from }: ParsedMail): string | null {
  const address = from?.address.toLowerCase() ?? '';
  return emailAddress.safeParse(address).success ? address : null;
}

/**
 * Nobody has proven an address from which a mail comes: what is known to be forged or to want no answer gets none, and
 * others only so many.
 */
async function mayAcknowledge(
  services: Services,
  row: ReceivedMailRow,
  mail: ParsedMail,
  sender: string,
): Promise<boolean> {
  if (mail.returnPath === '' || mail.autoResponseSuppress.length > 0) return false;
  if (mail.problems.includes('several-from') || authenticationOf(mail, services.mailIn.authServer ?? '') === 'fail')
    return false;
  return (await recentOf(services, row, sender, dayMs, 'conversation')) < mostAcknowledgements;
}

/** How many other mails of a sender were handled lately. */
async function recentOf(
  { db, clock }: Services,
  { id }: ReceivedMailRow,
  sender: string,
  withinMs: number,
  outcome?: MailOutcome,
): Promise<number> {
  const [found] = await db.read
    .select({ count: count() })
    .from(receivedMails)
    .where(
      and(
        eq(receivedMails.sender, sender),
        gt(receivedMails.receivedAt, clock() - withinMs),
        sql`${receivedMails.id} <> ${id} and ${receivedMails.handledAt} is not null`,
        outcome && eq(receivedMails.outcome, outcome),
      ),
    );
  return found?.count ?? 0;
}
