import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { replyAddress } from '../channels/email/reply-address.ts';
import { receivedMails } from '../mail-in/tables.ts';
import { messageIdOf } from '../mail/message-ids.ts';
import type { Services } from '../services.ts';
import { conversations } from '../tickets/tables.ts';
import type { OutboxRow } from './leases.ts';
import { outbox } from './tables.ts';

/** A conversation's older mails that a new one refers to. */
const mostReferences = 20;

/** Where a mail belongs: what went before it, by their Message-IDs, and where its recipient's answer goes. */
export interface Thread {
  earlier: string[];
  replyTo: string | undefined;
}

export async function threadOf(row: OutboxRow, services: Services): Promise<Thread> {
  const { conversationId, recipient } = row;
  if (conversationId === null) return { earlier: [], replyTo: undefined };
  const [ours, theirs, replyTo] = await Promise.all([
    sentBefore(row, conversationId, services),
    receivedFrom(row, conversationId, services),
    replyAddressOf(conversationId, recipient, services),
  ]);
  const earlier = [...ours, ...theirs].toSorted((a, b) => a.at - b.at).map(({ messageId }) => messageId);
  return { earlier: [...new Set(earlier)].slice(-mostReferences), replyTo };
}

interface Earlier {
  messageId: string;
  at: number;
}

async function sentBefore(
  { id, recipient }: OutboxRow,
  conversationId: string,
  services: Services,
): Promise<Earlier[]> {
  const rows = await services.db.read
    .select({ id: outbox.id, at: outbox.createdAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.conversationId, conversationId),
        eq(outbox.state, 'sent'),
        eq(outbox.recipient, recipient),
        lt(outbox.id, id),
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(mostReferences);
  return rows.map((row) => ({ messageId: messageIdOf(services, row.id), at: row.at }));
}

/** What the customer wrote by mail, if it can stand in a header. */
async function receivedFrom(
  { recipient, createdAt }: OutboxRow,
  conversationId: string,
  { db }: Services,
): Promise<Earlier[]> {
  const rows = await db.read
    .select({ messageId: receivedMails.messageId, at: receivedMails.receivedAt })
    .from(receivedMails)
    .where(
      and(
        eq(receivedMails.conversationId, conversationId),
        inArray(receivedMails.outcome, ['message', 'conversation']),
        eq(receivedMails.sender, recipient.toLowerCase()),
        sql`${receivedMails.receivedAt} <= ${createdAt}`,
      ),
    )
    .orderBy(desc(receivedMails.receivedAt))
    .limit(mostReferences);
  return rows.flatMap(({ messageId, at }) =>
    messageId !== null && /^<[\x21-\x3b\x3d\x3f-\x7e]{3,248}>$/.test(messageId) ? [{ messageId, at }] : [],
  );
}

async function replyAddressOf(
  conversationId: string,
  recipient: string,
  { db, secret, mailIn }: Services,
): Promise<string | undefined> {
  if (mailIn.replyTo === null) return undefined;
  const [conversation] = await db.read
    .select({ id: conversations.id, reference: conversations.reference })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  return conversation && replyAddress(secret, mailIn.replyTo, conversation, recipient);
}
