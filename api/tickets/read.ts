import { and, asc, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Attachment } from '../attachments/contract.ts';
import { attachmentsOf } from '../attachments/read.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { CustomerRequest, Message, Ticket, TicketPage, TicketView } from './contract.ts';
import { nextStates } from './states.ts';
import { conversations, customers, identities, messages } from './tables.ts';

const pageSize = 50;

/**
 * Which conversations a view of the desk lists. `to-answer` begins with who has waited longest, the others end there.
 * Each has an index of its own: its states stand in the query as they do in the index, since SQLite takes one for some
 * of the rows only where it sees that those are meant.
 */
const views: Record<TicketView, { isListed: SQL; oldestFirst: boolean }> = {
  'to-answer': { isListed: sql`${conversations.state} in ('new', 'open')`, oldestFirst: true },
  waiting: { isListed: sql`${conversations.state} in ('waiting', 'on-hold')`, oldestFirst: false },
  done: { isListed: sql`${conversations.state} in ('solved', 'closed', 'spam')`, oldestFirst: false },
  all: { isListed: sql`true`, oldestFirst: false },
};

/** Since when a customer has waited; for one who does not, the last message. */
const waitingFrom = sql`coalesce(${conversations.waitingSince}, ${conversations.lastMessageAt})`;

/** One page of a view. `after` is the `next` of the page before; an unreadable one begins at the top. */
export async function listTickets(db: Database, view: TicketView, after: string | null): Promise<TicketPage> {
  const { isListed, oldestFirst } = views[view];
  const by = oldestFirst ? waitingFrom : sql`${conversations.lastMessageAt}`;
  const conditions: SQL[] = [isListed, isNull(conversations.erasedAt)];
  const [, time, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  if (time && id) {
    const place = sql`(${by}, ${conversations.id})`;
    conditions.push(oldestFirst ? sql`${place} > (${Number(time)}, ${id})` : sql`${place} < (${Number(time)}, ${id})`);
  }
  const order = oldestFirst ? asc : desc;

  const rows = await db.read
    .select({ conversation: conversations, name: customers.name, email: identities.value })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(identities, and(eq(identities.customerId, customers.id), eq(identities.kind, 'email')))
    .where(and(...conditions))
    .orderBy(order(by), order(conversations.id))
    .limit(pageSize + 1);

  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1)?.conversation;
  return {
    tickets: shown.map(({ conversation, name, email }) => summary(conversation, name, email)),
    next:
      rows.length > pageSize && last
        ? `${oldestFirst ? (last.waitingSince ?? last.lastMessageAt) : last.lastMessageAt}_${last.id}`
        : null,
  };
}

/** A conversation by its reference, as the desk sees it. Throws `not-found`. */
export async function readTicket(db: Database, reference: string): Promise<Ticket & { id: string }> {
  const [row] = await db.read
    .select({ conversation: conversations, name: customers.name, identity: identities })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(identities, and(eq(identities.customerId, customers.id), eq(identities.kind, 'email')))
    .where(and(eq(conversations.reference, reference), isNull(conversations.erasedAt)));
  if (!row) throw new Problem('not-found');
  const { conversation, name, identity } = row;

  const [spoken, files, otherTickets] = await Promise.all([
    messagesOf(db, conversation.id),
    attachmentsOf(db, conversation.id),
    db.read
      .select({
        reference: conversations.reference,
        subject: conversations.subject,
        state: conversations.state,
        createdAt: conversations.createdAt,
      })
      .from(conversations)
      .where(
        and(
          eq(conversations.customerId, conversation.customerId),
          ne(conversations.id, conversation.id),
          isNull(conversations.erasedAt),
        ),
      )
      .orderBy(desc(conversations.lastMessageAt))
      .limit(20),
  ]);
  return {
    id: conversation.id,
    ...summary(conversation, name, identity?.value ?? null),
    version: conversation.version,
    name,
    email: identity?.value ?? '',
    emailVerified: Boolean(identity?.verifiedAt),
    nextStates: nextStates(conversation.state),
    messages: spoken.map((row) => ({ ...asMessage(row, files), trail: row.message.trail })),
    otherTickets,
  };
}

/** A conversation as its customer sees it: nothing of other conversations, nothing internal. */
export async function readRequest(db: Database, conversationId: string): Promise<CustomerRequest> {
  const [conversation] = await db.read.select().from(conversations).where(eq(conversations.id, conversationId));
  if (!conversation) throw new Problem('link-unknown');
  if (conversation.erasedAt !== null) throw new Problem('request-erased');
  const { reference, subject, language, state, createdAt } = conversation;
  const promisedBy = conversation.firstReplyAt === null ? conversation.promisedBy : null;
  const [spoken, files] = await Promise.all([messagesOf(db, conversationId), attachmentsOf(db, conversationId)]);
  const messages = spoken.map((row) => asMessage(row, files));
  return { reference, subject, language, state, createdAt, promisedBy, messages };
}

function messagesOf(db: Database, conversationId: string) {
  return db.read
    .select({ message: messages, agent: accounts.name })
    .from(messages)
    .leftJoin(accounts, eq(accounts.id, messages.authorAccountId))
    .where(eq(messages.conversationId, conversationId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

function asMessage(
  { message, agent }: Awaited<ReturnType<typeof messagesOf>>[number],
  files: ReadonlyMap<string, Attachment[]>,
): Message {
  const { id, channel, direction, authorName, body, createdAt } = message;
  const author = agent ?? authorName;
  return { id, channel, direction, author, body, createdAt, attachments: files.get(id) ?? [] };
}

function summary(conversation: typeof conversations.$inferSelect, name: string | null, email: string | null) {
  const { reference, subject, language, state, createdAt, lastMessageAt, promisedBy, firstReplyAt } = conversation;
  return {
    reference,
    subject,
    language,
    state,
    customer: name ?? email ?? '',
    createdAt,
    lastMessageAt,
    promisedBy: firstReplyAt === null ? promisedBy : null,
  };
}
