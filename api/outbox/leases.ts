import { and, asc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { outbox, type OutboxChannel } from './tables.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export const isWaiting = eq(outbox.state, 'waiting');

/** So long a row is ours without a word; it is prolonged while it is being sent. */
export const leaseMs = 60_000;

/**
 * Takes up to `most` rows that are due, for a minute. Whoever else looks at the same time takes others. A row whose last
 * attempt never ended counts one more `unanswered`.
 */
export async function takeDue(
  db: Database,
  lease: string,
  most: number,
  now: number,
  channel: OutboxChannel = 'mail',
): Promise<OutboxRow[]> {
  const due = db.read
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isOf(channel), isDueAt(now)))
    .orderBy(asc(outbox.dueAt))
    .limit(most);
  const [taken] = await db.write([
    db.read
      .update(outbox)
      .set({
        lease,
        leasedUntil: now + leaseMs,
        attempts: sql`${outbox.attempts} + 1`,
        unanswered: sql`${outbox.unanswered} + (${outbox.lease} is not null)`,
      })
      .where(inArray(outbox.id, due)),
  ]);
  if (!taken?.changes) return [];
  return db.read.select().from(outbox).where(holds(lease)).orderBy(asc(outbox.dueAt));
}

/** When the next row is due that nobody is sending; `null` when none waits. */
export async function nextDue(db: Database, now: number, channel: OutboxChannel): Promise<number | null> {
  const [row] = await db.read
    .select({ at: outbox.dueAt })
    .from(outbox)
    .where(and(isOf(channel), isWaiting, isFreeAt(now)))
    .orderBy(asc(outbox.dueAt))
    .limit(1);
  return row?.at ?? null;
}

/** Keeps rows that are still being sent. */
export async function prolong(db: Database, leases: readonly string[], now: number): Promise<void> {
  await db.write([
    db.read
      .update(outbox)
      .set({ leasedUntil: now + leaseMs })
      .where(and(inArray(outbox.lease, [...leases]), isWaiting)),
  ]);
}

/** Lets go of what processes held that have ended: only for one that is alone with its database. */
export async function releaseAll(db: Database, now: number, channel: OutboxChannel): Promise<void> {
  await db.write([
    db.read
      .update(outbox)
      .set({ leasedUntil: now })
      .where(and(isOf(channel), isWaiting, sql`${outbox.lease} is not null`)),
  ]);
}

/** The row is still this lease's. */
export function holds(lease: string, id?: string): SQL | undefined {
  return and(eq(outbox.lease, lease), isWaiting, id === undefined ? undefined : eq(outbox.id, id));
}

/** Nobody is sending it at the moment. */
export function isFreeAt(now: number): SQL | undefined {
  return or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now));
}

/** Each way out has a worker of its own, so that none waits for another’s server. */
function isOf(channel: OutboxChannel): SQL {
  return eq(outbox.channel, channel);
}

function isDueAt(now: number): SQL | undefined {
  return and(isWaiting, lte(outbox.dueAt, now), isFreeAt(now));
}
