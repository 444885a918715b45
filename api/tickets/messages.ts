import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { attachFiles } from '../attachments/attach.ts';
import type { ReceivedFile } from '../attachments/received.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKeyWhere, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { TicketState } from './contract.ts';
import { prolongLinks } from './private-links.ts';
import { replyMail } from './reply-mail.ts';
import { waitingAfterReply } from './states.ts';
import { conversationEvents, conversations, messages } from './tables.ts';

/**
 * An agent's reply. The conversation then waits for the customer, unless they wrote something that the agent had not
 * seen: something is then still to be answered.
 */
export async function postReply(
  services: Services,
  conversationId: string,
  { message, version }: { message: string; version?: number | undefined },
  accountId: string,
  once: Once,
  files: readonly ReceivedFile[] = [],
): Promise<void> {
  const mail = await replyMail(services, conversationId, { message, files: files.length }, accountId);
  await addMessage(services, once, {
    conversationId,
    body: message,
    direction: 'out',
    also: mail,
    accountId,
    moves: { from: waitingAfterReply, to: 'waiting' },
    seenVersion: version,
    files,
  });
}

interface NewMessage {
  conversationId: string;
  body: string;
  direction: 'in' | 'out';
  accountId: string | null;
  moves: { from: readonly TicketState[]; to: TicketState };
  /** The state moves only if the conversation is still at this version. */
  seenVersion?: number | undefined;
  files: readonly ReceivedFile[];
  /** What is written besides, given the message's id and the guard. */
  also?: (messageId: string, guard: SQL) => Statement[];
}

/**
 * Asked again with the same key, does nothing. Throws `key-reused` when the key came with another text, `request-erased`
 * when the conversation was erased meanwhile.
 */
async function addMessage(services: Services, once: Once, message: NewMessage): Promise<void> {
  const { db, clock, random } = services;
  if (await earlierResult(db, once)) return;

  const { conversationId, body, direction, accountId, moves, seenVersion, also, files } = message;
  const now = clock();
  const id = newId(now, random);
  const ours = claimedFor(once, id);
  const moving = and(
    inArray(conversations.state, [...moves.from]),
    seenVersion === undefined ? undefined : eq(conversations.version, seenVersion),
  );
  const isMoving: SQL = sql`exists (select 1 from ${conversations} where ${conversations.id} = ${conversationId} and ${moving})`;

  const isThere = sql`exists (select 1 from ${conversations} where ${conversations.id} = ${conversationId} and ${conversations.erasedAt} is null)`;

  const [claimed] = await db.write([
    claimKeyWhere(once, id, now, isThere),
    insertWhere(
      messages,
      { id, conversationId, channel: 'web', direction, authorAccountId: accountId, body, trail: [], createdAt: now },
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
        detail: { to: moves.to },
        createdAt: now,
      },
      sql`${ours} and ${isMoving}`,
    ),
    db.read
      .update(conversations)
      .set({
        lastMessageAt: now,
        version: sql`${conversations.version} + 1`,
        state: sql`case when ${moving} then ${moves.to} else ${conversations.state} end`,
        waitingSince:
          direction === 'in'
            ? sql`coalesce(${conversations.waitingSince}, ${now})`
            : sql`case when ${moving} then null else ${conversations.waitingSince} end`,
        ...(direction === 'out' ? { firstReplyAt: sql`coalesce(${conversations.firstReplyAt}, ${now})` } : {}),
      })
      .where(sql`${eq(conversations.id, conversationId)} and ${ours}`),
    prolongLinks(db, conversationId, now, ours),
    ...(also?.(id, ours) ?? []),
  ]);
  if (also) services.outbox.wake();
  // Somebody sent the same at the same time: say so if it was something else under the same key.
  if (claimed?.changes) {
    await services.previews.make(files.map((file) => file.id));
    return;
  }
  if (!(await earlierResult(db, once))) throw new Problem('request-erased');
}
