import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { type ReceivedMailRow, receivedMails } from './tables.ts';

const leaseMs = 60_000;
export const isWaiting = eq(receivedMails.outcome, 'waiting');

/** Takes mails that are due, for a minute; whoever else looks at the same time takes others. */
export async function takeDue(db: Database, lease: string, most: number, now: number): Promise<ReceivedMailRow[]> {
  const isFree = or(isNull(receivedMails.leasedUntil), lte(receivedMails.leasedUntil, now));
  const due = db.read
    .select({ id: receivedMails.id })
    .from(receivedMails)
    .where(and(isWaiting, lte(receivedMails.dueAt, now), isFree))
    .orderBy(asc(receivedMails.dueAt), asc(receivedMails.id))
    .limit(most);
  const [taken] = await db.write([
    db.read
      .update(receivedMails)
      .set({ lease, leasedUntil: now + leaseMs, attempts: sql`${receivedMails.attempts} + 1` })
      .where(inArray(receivedMails.id, due)),
  ]);
  if (!taken?.changes) return [];
  return db.read
    .select()
    .from(receivedMails)
    .where(and(isWaiting, eq(receivedMails.lease, lease)))
    .orderBy(asc(receivedMails.id));
}

/** Keeps what is still being handled. */
export async function prolong(db: Database, lease: string, now: number): Promise<void> {
  await db.write([
    db.read
      .update(receivedMails)
      .set({ leasedUntil: now + leaseMs })
      .where(and(isWaiting, eq(receivedMails.lease, lease))),
  ]);
}

/** Lets go of what a process held that has ended: only for one that is alone with its database. */
export async function releaseAll(db: Database): Promise<void> {
  const held = and(isWaiting, sql`${receivedMails.lease} is not null`);
  await db.write([db.read.update(receivedMails).set({ lease: null, leasedUntil: null }).where(held)]);
}

/** When the next mail is due that nobody handles; `null` when none waits. */
export async function nextDue(db: Database): Promise<number | null> {
  const [row] = await db.read
    .select({ at: sql<number | null>`min(max(${receivedMails.dueAt}, coalesce(${receivedMails.leasedUntil}, 0)))` })
    .from(receivedMails)
    .where(isWaiting);
  return row?.at ?? null;
}
