import { and, eq, sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { mostAttempts, waitAfter } from './backoff.ts';
import { failureOf } from './failures.ts';
import { holds, isWaiting, type OutboxRow } from './leases.ts';
import { outbox, type OutboxChannel } from './tables.ts';

/** So late, a mail that was never tried says nothing any more: it is from before there was a mail server. */
const staleMs = 3 * 86_400_000;
/** As long as this a mail waits for a server that takes none (RFC 5321, 4.5.4.1: four to five days). */
const outageMs = 4 * 86_400_000;

/** What came of an attempt: what is to be written, and whether the server is the trouble. */
export interface Attempted {
  statement: Statement;
  isServerDown: boolean;
}

/** A way out. */
export interface OutboxWay {
  channel: OutboxChannel;
  /** How many are on their way at once. */
  mostAtOnce: number;
  /** Sends a row; `nothing` when there is nothing to say any more. What it throws, `failureOf` reads. */
  send: (row: OutboxRow) => Promise<'sent' | 'nothing'>;
  /** Ends what is under way by force. */
  close: (isForced?: boolean) => void;
}

/** Sends one row that is ours, and says what is to be written of it. Never throws. */
export async function attempt(row: OutboxRow, services: Services, way: OutboxWay): Promise<Attempted> {
  const { db, clock, log, random } = services;
  const { id, kind, attempts } = row;
  const { channel } = way;
  const about = { [channel]: id, kind, attempts };
  if (row.unanswered > 0) {
    log.warn({ ...about, unanswered: row.unanswered }, `this ${channel} may go out a second time`);
  }
  try {
    const isStale = row.attempts === 1 && row.dueAt < clock() - staleMs;
    if (isStale || (await way.send(row)) === 'nothing') {
      log.info(about, `${channel} cancelled: there is nothing to say any more`);
      return { statement: ended(db, row, { state: 'cancelled' }), isServerDown: false };
    }
    log.info(about, `${channel} sent`);
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
    log[isDead ? 'error' : 'warn']({ ...about, failure, isUnanswered, said: text }, `${channel} not sent`);
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
