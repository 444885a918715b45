import { eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Services } from '../services.ts';
import type { ReviewableDetail } from './contract.ts';
import { reviewEvents } from './tables.ts';

/** Everything that happened to a reviewable, the earliest first. */
export async function historyOf({ db }: Services, id: string): Promise<ReviewableDetail['history']> {
  const rows = await db.read
    .select({ event: reviewEvents, by: accounts.name })
    .from(reviewEvents)
    .leftJoin(accounts, eq(accounts.id, reviewEvents.accountId))
    .where(eq(reviewEvents.reviewableId, id))
    // Of the same instant in the order of writing.
    .orderBy(reviewEvents.createdAt, sql`${reviewEvents}.rowid`);
  return rows.map(({ event, by }) => ({
    id: event.id,
    decisionId: event.decisionId,
    by,
    role: event.role,
    action: event.action,
    from: event.fromState,
    to: event.toState,
    rule: event.rule,
    note: event.note,
    createdAt: event.createdAt,
  }));
}
