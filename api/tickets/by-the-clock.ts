import { and, asc, eq, isNull, lt, lte } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { changing } from './changing.ts';
import { conversationChanges, conversations } from './tables.ts';
import { standingIn } from './unanswered.ts';

const batchSize = 100;
const dayMs = 86_400_000;
/** So long a change of several conversations, a merge or a split can be undone, if nothing else came after it. */
const undoableMs = 7 * dayMs;

/** Closes what has been solved for as many days as the portal says: an answer then opens a conversation of its own. */
export async function closeSolved(services: Services): Promise<void> {
  const { db, clock, closesSolvedAfterDays } = services;
  const before = clock() - closesSolvedAfterDays() * dayMs;
  const isDue = and(eq(conversations.state, 'solved'), lt(conversations.solvedAt, before), isStanding);
  for (let changed = batchSize; changed === batchSize;) {
    const due = await db.read
      .select()
      .from(conversations)
      .where(isDue)
      .orderBy(asc(conversations.solvedAt))
      .limit(batchSize);
    const detail = { from: 'solved', to: 'closed' };
    changed = await written(services, due, (row) => ({
      set: standingIn(services, 'closed', row, null),
      events: [{ kind: 'state-changed', detail }],
    }));
  }
}

/** Brings back what slept until now. */
export async function wakeSnoozed(services: Services): Promise<void> {
  const { db, clock } = services;
  for (let changed = batchSize; changed === batchSize;) {
    const due = await db.read
      .select()
      .from(conversations)
      .where(and(lte(conversations.snoozedUntil, clock()), isStanding))
      .orderBy(asc(conversations.snoozedUntil))
      .limit(batchSize);
    changed = await written(services, due, () => ({ set: { snoozedUntil: null }, events: [{ kind: 'woken' }] }));
  }
}

/** Forgets what earlier changes could be undone by. */
export async function forgetUndoableChanges({ db, clock }: Services): Promise<void> {
  await db.write([db.read.delete(conversationChanges).where(lt(conversationChanges.createdAt, clock() - undoableMs))]);
}

const isStanding = and(isNull(conversations.erasedAt), isNull(conversations.mergedIntoId));

type Row = typeof conversations.$inferSelect;

/** How many were changed; whom somebody else changed at the same moment is looked at again later. */
async function written(
  services: Services,
  due: readonly Row[],
  what: (row: Row) => Parameters<typeof changing>[2],
): Promise<number> {
  if (due.length === 0) return 0;
  const lists = due.map((row) => changing(services, row, what(row), null));
  const results = await services.db.write(lists.flat());
  let changed = 0;
  let place = 0;
  for (const { length } of lists) {
    changed += results[place]?.changes ?? 0;
    place += length;
  }
  return changed;
}
