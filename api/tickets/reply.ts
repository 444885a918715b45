import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { attachFiles } from '../attachments/attach.ts';
import type { ReceivedFile } from '../attachments/received.ts';
import type { Departure } from '../channels/channel.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKeyWhere, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversationAt } from './changing.ts';
import { prolongLinks } from './private-links.ts';
import { waysOut } from './reply-channels.ts';
import { waitingAfterReply } from './states.ts';
import { conversationEvents, conversations, messages } from './tables.ts';

export interface Reply {
  message: string;
  /** The version that the agent was looking at. */
  version?: number | undefined;
  /** The channel that they want it to leave through. */
  channel?: string | undefined;
}

/**
 * An agent's reply, through the channel that they name or the first that the customer can be reached by. The conversation
 * then waits for the customer, unless they wrote something that the agent had not seen: something is then still to be
 * answered. Where nothing leaves, the message is stored all the same. Asked again with the same key, does nothing. Throws
 * `key-reused`, `not-found`, `merged`, `invalid-input` for a channel that does not reach the customer, and
 * `request-erased` when the conversation was erased meanwhile.
 */
export async function postReply(
  services: Services,
  conversationId: string,
  { message, version, channel: wished }: Reply,
  accountId: string,
  once: Once,
  files: readonly ReceivedFile[] = [],
): Promise<void> {
  const { db, clock, random } = services;
  if (await earlierResult(db, once)) return;
  const conversation = await conversationAt(services, eq(conversations.id, conversationId));
  const reply = { conversationId, message, files: files.length, accountId };
  const { channel, departure } = await departureOf(services, conversation, reply, wished);

  const now = clock();
  const id = newId(now, random);
  const ours = claimedFor(once, id);
  const isIt = eq(conversations.id, conversationId);
  const isThere = sql`exists (select 1 from ${conversations}
    where ${and(isIt, isNull(conversations.erasedAt), isNull(conversations.mergedIntoId))})`;
  const moving = and(
    inArray(conversations.state, [...waitingAfterReply]),
    version === undefined ? undefined : eq(conversations.version, version),
  );
  const whenMoving = (then: unknown, column: unknown) => sql`case when ${moving} then ${then} else ${column} end`;

  const [claimed] = await db.write([
    claimKeyWhere(once, id, now, isThere),
    insertWhere(
      messages,
      {
        id,
        conversationId,
        channel,
        direction: 'out',
        authorAccountId: accountId,
        body: message,
        trail: [],
        createdAt: now,
        outboxId: departure?.outboxId ?? null,
      },
      ours,
    ),
    ...attachFiles(files, id, now, ours),
    insertWhere(
      conversationEvents,
      {
        id: newId(now, random),
        conversationId,
        accountId,
        kind: 'state-changed',
        detail: sql`(select json_object('from', ${conversations.state}, 'to', 'waiting', 'message', ${id}) from ${conversations} where ${isIt})`,
        createdAt: now,
      },
      sql`${ours} and exists (select 1 from ${conversations} where ${isIt} and ${moving})`,
    ),
    db.read
      .update(conversations)
      .set({
        lastMessageAt: now,
        version: sql`${conversations.version} + 1`,
        state: whenMoving('waiting', conversations.state),
        waitingSince: whenMoving(null, conversations.waitingSince),
        dueAt: whenMoving(null, conversations.dueAt),
        solvedAt: whenMoving(null, conversations.solvedAt),
        firstReplyAt: sql`coalesce(${conversations.firstReplyAt}, ${now})`,
      })
      .where(and(isIt, ours)),
    prolongLinks(db, conversationId, now, ours),
    ...(departure?.statements(id, ours) ?? []),
  ]);
  services.outbox.wake();
  if (claimed?.changes) {
    await services.previews.make(files.map((file) => file.id));
    return;
  }
  // Somebody sent the same at the same time: say so if it was something else under the same key.
  if (await earlierResult(db, once)) return;
  const [there] = await db.read.select({ into: conversations.mergedIntoId }).from(conversations).where(isIt);
  throw new Problem(there?.into ? 'merged' : 'request-erased');
}

/** Through which channel a reply leaves, and how. */
async function departureOf(
  services: Services,
  conversation: { id: string; customerId: string; channel: string },
  reply: { conversationId: string; message: string; files: number; accountId: string },
  wished: string | undefined,
): Promise<{ channel: string; departure: Departure | null }> {
  const { open, last } = await waysOut(services, conversation);
  const chosen = wished === undefined ? open : open.filter(({ id }) => id === wished);
  for (const { id, deliver } of chosen) {
    const departure = await deliver?.(services, reply);
    if (departure) return { channel: id, departure };
  }
  if (wished === undefined) return { channel: last, departure: null };
  const detail = `one of ${open.map(({ id }) => id).join(', ') || 'none'}: this customer is not reached otherwise`;
  throw new Problem('invalid-input', { errors: [{ pointer: '#/channel', detail }] });
}
