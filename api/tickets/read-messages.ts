import { and, asc, eq, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Attachment } from '../attachments/contract.ts';
import { identities } from '../customers/tables.ts';
import type { Database } from '../db/database.ts';
import { type OutboxState, outbox } from '../outbox/tables.ts';
import type { Message, StaffMessage } from './contract.ts';
import { messages } from './tables.ts';

type Files = ReadonlyMap<string, Attachment[]>;

/** The messages of a conversation, in the order in which they were said. */
export function messagesOf(db: Database, conversationId: string, isSeen: SQL) {
  return db.read
    .select({ message: messages, agent: accounts.name })
    .from(messages)
    .leftJoin(accounts, eq(accounts.id, messages.authorAccountId))
    .where(and(eq(messages.conversationId, conversationId), isSeen))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

type MessageRow = Awaited<ReturnType<typeof messagesOf>>[number];

/** The same for staff: with what was taken back, where each came from, and how far it has come on its way. */
export function staffMessagesOf(db: Database, conversationId: string) {
  const { state, dueAt, attempts, lease } = outbox;
  return db.read
    .select({
      message: messages,
      agent: accounts.name,
      sender: identities.value,
      outbox: { state, dueAt, attempts, lease },
    })
    .from(messages)
    .leftJoin(accounts, eq(accounts.id, messages.authorAccountId))
    .leftJoin(identities, eq(identities.id, messages.identityId))
    .leftJoin(outbox, eq(outbox.id, messages.outboxId))
    .where(eq(messages.conversationId, conversationId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

type StaffMessageRow = Awaited<ReturnType<typeof staffMessagesOf>>[number];

export function asMessage({ message, agent }: MessageRow, files: Files): Message {
  const { id, channel, direction, authorName, body, createdAt } = message;
  const author = agent ?? authorName;
  return { id, channel, direction, author, body, createdAt, attachments: files.get(id) ?? [] };
}

export function asStaffMessage(row: StaffMessageRow, files: Files, now: number): StaffMessage {
  const { trail, quoted, isSenderProven, takenBackAt } = row.message;
  return {
    ...asMessage(row, files),
    trail,
    quoted,
    isSenderProven,
    sender: row.sender,
    delivery: deliveryOf(row),
    takeBackUntil: takeBackUntil(row, now),
    isTakenBack: takenBackAt !== null,
  };
}

const deliveries = {
  waiting: 'waiting',
  sent: 'sent',
  dead: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<OutboxState, StaffMessage['delivery']>;

function deliveryOf({ message, outbox: row }: StaffMessageRow): StaffMessage['delivery'] {
  if (message.bouncedAt !== null) return 'bounced';
  return row ? deliveries[row.state] : null;
}

function takeBackUntil({ message, outbox: row }: StaffMessageRow, now: number): number | null {
  const isUnleft = row?.state === 'waiting' && row.attempts === 0 && row.lease === null && row.dueAt > now;
  return isUnleft && message.takenBackAt === null ? row.dueAt : null;
}
