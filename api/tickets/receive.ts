import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { identities } from '../customers/tables.ts';
import { earlierResult, type Once } from '../db/idempotency.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { isOwnerBlocked, isSenderBlocked, isTrue } from './blocked.ts';
import { continueConversation } from './continue-conversation.ts';
import type { Incoming } from './incoming.ts';
import { openConversation } from './open-conversation.ts';
import { conversations, messages } from './tables.ts';

/** What became of it. Of a blocked sender nothing is stored. */
export type Received = ({ isBlocked: false } & ReceivedMessage) | { isBlocked: true };

export interface ReceivedMessage {
  conversationId: string;
  reference: string;
  messageId: string;
  /** Whether it opened a conversation. */
  isNew: boolean;
}

/** A conversation as it was a moment ago, to which something came in. */
export type Target = NonNullable<Awaited<ReturnType<typeof targetOf>>>;

const mostAttempts = 5;

/**
 * Takes in what came through any channel: opens a conversation or continues one. The customer is whoever has the
 * identity; a first-time one makes a new customer, unverified unless proven. Asked again with the same key, gives back
 * what it led to the first time. Throws `key-reused`, `request-erased`, `not-found`.
 */
export async function receive(services: Services, incoming: Incoming, once: Once): Promise<Received> {
  const { db } = services;
  const earlier = await earlierReceived(services, once);
  if (earlier) return earlier;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const target = incoming.conversationId === null ? null : await targetOf(services, incoming.conversationId);
    const received =
      target && target.state !== 'closed'
        ? await continueConversation(services, target, incoming, once)
        : await open(services, target, incoming, once);
    if (received) return { isBlocked: false, ...received };
    const meanwhile = await earlierReceived(services, once);
    if (meanwhile) return meanwhile;
    const blocked = incoming.sender ? isSenderBlocked(incoming.sender) : isOwnerBlocked(target?.identityId ?? '');
    if (await isTrue(db, blocked)) return { isBlocked: true };
    // Somebody closed, merged or erased it between reading and writing: it is looked at once more.
  }
  throw new Problem('database-busy', { retryAfterSeconds: 2 });
}

async function open(services: Services, closed: Target | null, incoming: Incoming, once: Once) {
  const sender = incoming.sender ?? (closed && (await senderOf(services, closed)));
  if (!sender) throw new Problem('request-erased');
  const opened = await openConversation(
    services,
    {
      ...incoming,
      sender,
      subject: incoming.subject || (closed?.subject ?? ''),
      category: incoming.category ?? closed?.category ?? null,
      continues: closed,
    },
    once,
  );
  if (!opened) return null;
  const { id: conversationId, reference, messageId } = opened;
  return { conversationId, reference, messageId, isNew: true };
}

/** The conversation, or the one it went into, if that is still the same customer's. */
async function targetOf({ db }: Services, id: string) {
  const isMeant = sql`coalesce((select same.id from conversations as merged inner join conversations as same
    on same.id = merged.merged_into_id and same.customer_id = merged.customer_id where merged.id = ${id}), ${id})`;
  const { reference, state, subject, category, customerId, identityId, erasedAt } = conversations;
  const [target] = await db.read
    .select({ id: conversations.id, reference, state, subject, category, customerId, identityId, erasedAt })
    .from(conversations)
    .where(eq(conversations.id, isMeant));
  if (!target) throw new Problem('not-found');
  if (target.erasedAt !== null) throw new Problem('request-erased');
  return target;
}

/** Whom the conversation is with, if nothing says who holds the way into it. */
async function senderOf({ db }: Services, { customerId, identityId }: Target) {
  const [found] = await db.read
    .select({ kind: identities.kind, value: identities.value })
    .from(identities)
    .where(or(eq(identities.id, identityId ?? ''), eq(identities.customerId, customerId)))
    .orderBy(sql`${identities.id} = ${identityId} desc`, asc(identities.createdAt))
    .limit(1);
  return found ? { ...found, name: null, isProven: null } : null;
}

/**
 * What the key led to before: the result is a conversation that it opened, or a message that continued one. What it opened
 * may have gone into another since.
 */
async function earlierReceived({ db }: Services, once: Once): Promise<Received | null> {
  const result = await earlierResult(db, once);
  if (result === null) return null;
  const isOpened = sql`${messages.conversationId} = coalesce((select merged_into_id from conversations as opened
    where opened.id = ${result}), ${result})`;
  const [found] = await db.read
    .select({ conversationId: conversations.id, reference: conversations.reference, messageId: messages.id })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(or(eq(messages.id, result), isOpened), isNull(conversations.erasedAt)))
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(1);
  if (!found) throw new Problem('request-erased');
  return { isBlocked: false, ...found, isNew: found.messageId !== result };
}
