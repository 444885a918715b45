import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { dueBy } from './due.ts';
import type { Priority, TicketState } from './contract.ts';
import { isCustomersTurn, isDone } from './states.ts';
import { conversations, messages } from './tables.ts';

type Row = typeof conversations.$inferSelect;

/** Since when customers have had no answer, by conversation: their first message after the last reply that reached them. */
export async function unansweredSince(
  { db }: Services,
  ids: readonly string[],
  withoutMessage = '',
): Promise<Map<string, number>> {
  const replies = sql`(select max(replies.created_at) from messages as replies
    where replies.conversation_id = ${messages.conversationId} and replies.direction = 'out'
    and replies.taken_back_at is null and replies.bounced_at is null and replies.id <> ${withoutMessage})`;
  const rows = await db.read
    .select({ id: messages.conversationId, since: sql<number>`min(${messages.createdAt})` })
    .from(messages)
    .where(
      sql`${messages.conversationId} in (select value from json_each(${JSON.stringify(ids)}))
      and ${messages.direction} = 'in' and ${messages.createdAt} > coalesce(${replies}, 0)`,
    )
    .groupBy(messages.conversationId);
  return new Map(rows.map(({ id, since }) => [id, since]));
}

/** What a conversation is like in a state that it moves to: since when somebody waits, by when they are to be answered. */
export function standingIn(
  services: Services,
  to: TicketState,
  { priority, solvedAt, snoozedUntil }: { priority: Priority } & Pick<Row, 'solvedAt' | 'snoozedUntil'>,
  since: number | null,
): Pick<Row, 'state' | 'waitingSince' | 'dueAt' | 'solvedAt' | 'snoozedUntil'> {
  const waitingSince = isCustomersTurn(to) ? null : since;
  const now = services.clock();
  return {
    state: to,
    waitingSince,
    dueAt: waitingSince === null ? null : dueBy(services, priority, waitingSince),
    solvedAt: to === 'solved' ? now : to === 'closed' ? (solvedAt ?? now) : null,
    snoozedUntil: isDone(to) ? null : snoozedUntil,
  };
}
