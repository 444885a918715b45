import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { outbox } from '../outbox/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { isTrue } from './blocked.ts';
import { moved } from './change-state.ts';
import { change, conversationAt, untilUndisturbed } from './changing.ts';
import type { TicketState } from './contract.ts';
import { isUnleft } from './departures.ts';
import { conversationEvents, conversations, messages } from './tables.ts';
import { unansweredSince } from './unanswered.ts';

/**
 * Takes back a reply of one's own that has not left yet: nothing leaves, the customer never sees it, and the conversation
 * stands as it did before. Throws `not-found`, and `state-refused` for somebody else's reply, and when it
 * has left or is leaving.
 */
export async function takeBack(services: Services, id: string, messageId: string, by: By): Promise<void> {
  const { db, clock } = services;
  await untilUndisturbed(async () => {
    const seen = await conversationAt(services, eq(conversations.id, id));
    const now = clock();
    const isOwn = and(eq(messages.id, messageId), eq(messages.conversationId, id), eq(messages.direction, 'out'));
    const mayStill = sql`exists (select 1 from ${messages} inner join ${outbox} on ${outbox.id} = ${messages.outboxId}
      where ${isOwn} and ${isUnleft(now)})`;
    // Asked before the reply is read: what somebody takes back in between is read as taken back.
    const mayBeTakenBack = await isTrue(db, mayStill);
    const [message] = await db.read.select().from(messages).where(isOwn);
    if (!message) throw new Problem('not-found');
    if (message.authorAccountId !== by.accountId) throw new Problem('state-refused');
    if (message.takenBackAt !== null) return;
    if (!mayBeTakenBack) throw new Problem('state-refused');
    const since = (await unansweredSince(services, [id], messageId)).get(id) ?? null;
    const before = await stateBefore(services, seen, messageId, since);
    const [rest] = await db.read
      .select({
        lastAt: sql<number>`max(${messages.createdAt})`,
        firstReplyAt: sql<number | null>`min(case when ${messages.direction} = 'out' then ${messages.createdAt} end)`,
      })
      .from(messages)
      .where(
        sql`${messages.conversationId} = ${id} and ${messages.id} <> ${messageId} and ${messages.takenBackAt} is null`,
      );
    const move = moved(services, seen, before, since);
    await change(
      services,
      seen,
      {
        set: {
          ...move.set,
          firstReplyAt: rest?.firstReplyAt ?? null,
          lastMessageAt: rest?.lastAt ?? seen.createdAt,
        },
        events: [
          { kind: 'reply-taken-back', detail: { message: messageId } },
          ...(before === seen.state ? [] : move.events),
        ],
        audit: { action: 'tickets:take-back', detail: { message: messageId } },
        guard: mayStill,
        also: (guard) => [
          db.read
            .update(messages)
            .set({ takenBackAt: now })
            .where(and(eq(messages.id, messageId), guard)),
        ],
        after: [
          db.read
            .update(outbox)
            .set({ state: 'cancelled' })
            .where(
              sql`${outbox.id} = ${message.outboxId} and ${isUnleft(now)}
              and exists (select 1 from messages where id = ${messageId} and taken_back_at is not null)`,
            ),
        ],
      },
      by,
    );
  });
}

/**
 * The state that the replies moved the conversation from, if nothing has moved it since and none of them stands any more:
 * of several, the last that is taken back moves it. One that was split off with its reply waits for it alone.
 */
async function stateBefore(
  { db }: Services,
  { id, state }: { id: string; state: TicketState },
  messageId: string,
  since: number | null,
): Promise<TicketState> {
  const [last] = await db.read
    .select({ kind: conversationEvents.kind, detail: conversationEvents.detail })
    .from(conversationEvents)
    .where(and(eq(conversationEvents.conversationId, id), inArray(conversationEvents.kind, ['state-changed', 'split'])))
    .orderBy(desc(conversationEvents.createdAt), desc(sql`rowid`))
    .limit(1);
  if (!last || state !== 'waiting') return state;
  const { from, to, message } = last.detail;
  if (last.kind === 'split') return from !== undefined && since !== null ? 'open' : state;
  if (message === undefined || to !== state) return state;
  const [standing] = await db.read
    .select({ id: messages.id })
    .from(messages)
    .where(
      sql`${messages.conversationId} = ${id} and ${messages.direction} = 'out' and ${messages.takenBackAt} is null
      and ${messages.id} <> ${messageId} and ${messages.createdAt} >= (select moved.created_at from messages as moved where moved.id = ${message})`,
    )
    .limit(1);
  return standing ? state : (from as TicketState);
}
