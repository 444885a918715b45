import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { addressedMail } from '../mail/envelope.ts';
import { mailKindOf } from '../mail/kinds.ts';
import type { MailSender } from '../mail/smtp-settings.ts';
import type { MailTransport } from '../mail/transport.ts';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { mostAttempts, waitAfter } from './backoff.ts';
import { failureOf } from './failures.ts';
import { holds, isWaiting, type OutboxRow } from './leases.ts';
import { outbox } from './tables.ts';

/** So late, a mail that was never tried says nothing any more: it is from before there was a mail server. */
const staleMs = 3 * 86_400_000;
/** As long as this a mail waits for a server that takes none (RFC 5321, 4.5.4.1: four to five days). */
const outageMs = 4 * 86_400_000;
/** A conversation's older mails that a new one refers to. */
const mostReferences = 20;

/** What came of an attempt: what is to be written, and whether the server is the trouble. */
export interface Attempted {
  statement: Statement;
  isServerDown: boolean;
}

/** Sends one row that is ours, and says what is to be written of it. Never throws. */
export async function attempt(
  row: OutboxRow,
  services: Services,
  { transport, sender }: { transport: MailTransport; sender: MailSender },
): Promise<Attempted> {
  const { db, clock, log, random } = services;
  const { id, kind, attempts } = row;
  const about = { mail: id, kind, attempts };
  if (row.unanswered > 0) log.warn({ ...about, unanswered: row.unanswered }, 'this mail may go out a second time');
  try {
    const mail = row.attempts === 1 && row.dueAt < clock() - staleMs ? null : await mailOf(row, services, sender);
    if (mail === null) {
      log.info(about, 'mail cancelled: there is nothing to say any more');
      return { statement: ended(db, row, { state: 'cancelled' }), isServerDown: false };
    }
    await transport.send(mail);
    log.info(about, 'mail sent');
    // Whoever holds the row by now: it has been sent.
    const sent = { ...free, state: 'sent' as const, sentAt: clock(), lastError: null };
    const statement = db.read
      .update(outbox)
      .set(sent)
      .where(and(eq(outbox.id, id), isWaiting));
    return { statement, isServerDown: false };
  } catch (error) {
    const { kind: failure, isUnanswered, text } = failureOf(error);
    // While the server is the trouble, it is not the mail that failed so often.
    const mayWait = failure === 'server' && clock() - row.createdAt < outageMs;
    const isDead = failure === 'for-good' || (attempts >= mostAttempts && !mayWait);
    log[isDead ? 'error' : 'warn']({ ...about, failure, isUnanswered, said: text }, 'mail not sent');
    const statement = ended(db, row, {
      lastError: text,
      unanswered: sql`${outbox.unanswered} + ${isUnanswered ? 1 : 0}`,
      ...(isDead ? { state: 'dead' } : { dueAt: clock() + waitAfter(attempts, random) }),
    });
    return { statement, isServerDown: failure === 'server' };
  }
}

const free = { lease: null, leasedUntil: null };

function ended({ read }: Services['db'], { id, lease }: OutboxRow, set: object): Statement {
  return read
    .update(outbox)
    .set({ ...free, ...set })
    .where(holds(lease ?? '', id));
}

/** `null` when there is nothing to say any more. */
async function mailOf(row: OutboxRow, services: Services, sender: MailSender) {
  const { id, language, payload } = row;
  const to = { address: row.recipient, name: row.recipientName };
  const kind = mailKindOf(row.kind);
  if (!kind) throw new Error(`there is no mail of the kind ${row.kind}`);
  const text = await kind.write(payload, { services, language, to });
  if (text === null) return null;
  const earlier = await earlierMails(row, services);
  return addressedMail(text, { id, to, language, sender, earlier, autoSubmitted: kind.autoSubmitted }, services);
}

async function earlierMails({ id, conversationId, recipient }: OutboxRow, { db }: Services): Promise<string[]> {
  if (conversationId === null) return [];
  const rows = await db.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.conversationId, conversationId),
        eq(outbox.state, 'sent'),
        eq(outbox.recipient, recipient),
        lt(outbox.id, id),
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(mostReferences);
  return rows.map((row) => row.id);
}
