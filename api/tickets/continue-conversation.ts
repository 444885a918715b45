import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { attachFiles } from '../attachments/attach.ts';
import { identities } from '../customers/tables.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKeyWhere, type Once } from '../db/idempotency.ts';
import { insertWhere } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { isOwnerBlocked, isSenderBlocked } from './blocked.ts';
import { dueByItsPriority } from './due.ts';
import { proven } from './open-conversation.ts';
import { prolongLinks } from './private-links.ts';
import type { Incoming } from './incoming.ts';
import type { ReceivedMessage, Target } from './receive.ts';
import { reopenedByMessage } from './states.ts';
import { conversationEvents, conversations, messages } from './tables.ts';

/**
 * A customer's message in a conversation that is not closed. One that waited, was on hold or solved is open again, one
 * that slept is awake, and spam stays what it is. Gives `null`, and writes nothing, when the key was used before, the
 * sender is blocked, or the conversation was closed, merged or erased meanwhile.
 */
export async function continueConversation(
  services: Services,
  target: Target,
  { channel, sender, body, quoted, trail, files }: Incoming,
  once: Once,
): Promise<ReceivedMessage | null> {
  const { db, clock, random } = services;
  const now = clock();
  const messageId = newId(now, random);
  const ours = claimedFor(once, messageId);
  const isIt = eq(conversations.id, target.id);
  const isOpen = and(isIt, isNull(conversations.erasedAt), isNull(conversations.mergedIntoId), isNotClosed);
  const isTaken = sql`exists (select 1 from ${conversations} where ${isOpen})
    and not ${sender ? isSenderBlocked(sender) : isOwnerBlocked(target.identityId ?? '')}`;
  const ofSender = sender
    ? sql`from ${identities} where ${identities.kind} = ${sender.kind} and ${identities.value} = ${sender.value}`
    : sql`from ${identities} where ${identities.id} = ${target.identityId}`;
  const isWaiting = sql`${conversations.waitingSince} is null and ${conversations.state} <> 'spam'`;
  const event = (kind: 'state-changed' | 'woken', detail: SQL | Record<string, string>, where: SQL) =>
    insertWhere(
      conversationEvents,
      { id: newId(now, random), conversationId: target.id, accountId: null, kind, detail, createdAt: now },
      sql`${ours} and exists (select 1 from ${conversations} where ${isIt} and ${where})`,
    );

  const [claimed] = await db.write([
    claimKeyWhere(once, messageId, now, isTaken),
    ...(sender
      ? [
          insertWhere(
            identities,
            {
              id: newId(now, random),
              customerId: sql`(select ${conversations.customerId} from ${conversations} where ${isIt})`,
              kind: sender.kind,
              value: sender.value,
              verifiedAt: null,
              createdAt: now,
            },
            sql`${ours} and not exists (select 1 ${ofSender})`,
          ),
        ]
      : []),
    ...(sender?.isProven ? [proven(sender, now, ours)] : []),
    insertWhere(
      messages,
      {
        id: messageId,
        conversationId: target.id,
        channel,
        direction: 'in',
        authorAccountId: null,
        authorName: sender?.name ?? null,
        body,
        trail,
        createdAt: now,
        identityId: sql`(select ${identities.id} ${ofSender})`,
        isSenderProven: sender?.isProven ?? null,
        quoted,
      },
      ours,
    ),
    ...attachFiles(files, messageId, now, ours),
    event('state-changed', movedToOpen(target.id), isReopened),
    event('woken', {}, sql`${conversations.snoozedUntil} is not null`),
    db.read
      .update(conversations)
      .set({
        lastMessageAt: now,
        version: sql`${conversations.version} + 1`,
        state: sql`case when ${isReopened} then 'open' else ${conversations.state} end`,
        solvedAt: null,
        snoozedUntil: null,
        waitingSince: sql`case when ${isWaiting} then ${now} else ${conversations.waitingSince} end`,
        dueAt: sql`case when ${isWaiting} then ${dueByItsPriority(services, now)} else ${conversations.dueAt} end`,
      })
      .where(and(isIt, ours)),
    prolongLinks(db, target.id, now, ours),
  ]);
  if (!claimed?.changes) return null;
  await services.previews.make(files.map((file) => file.id));
  return { conversationId: target.id, reference: target.reference, messageId, isNew: false };
}

const isNotClosed = ne(conversations.state, 'closed');
const isReopened = inArray(conversations.state, [...reopenedByMessage]);

/** What the history says of the move, as JSON that only the write knows. */
function movedToOpen(id: string): SQL {
  return sql`(select json_object('from', ${conversations.state}, 'to', 'open') from ${conversations} where ${eq(conversations.id, id)})`;
}
