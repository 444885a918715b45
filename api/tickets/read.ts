import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { accounts, teams } from '../accounts/tables.ts';
import type { Attachment } from '../attachments/contract.ts';
import { attachmentsOf } from '../attachments/read.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { CustomerRequest, Message, StaffMessage, Ticket } from './contract.ts';
import { nextStates } from './states.ts';
import { summaryColumns, summaryOf } from './summary.ts';
import { mailAddress } from '../customers/mail-address.ts';
import { customers, identities } from '../customers/tables.ts';
import { conversations, messages } from './tables.ts';

/** A conversation by its reference, as the desk sees it. Throws `not-found`. */
export async function readTicket(services: Services, reference: string): Promise<Ticket & { id: string }> {
  const { db } = services;
  const [row] = await db.read
    .select({
      ...summaryColumns,
      isProven: sql<number>`exists (select 1 from ${identities} where ${identities.value} = ${mailAddress}
        and ${identities.kind} = 'email' and ${identities.verifiedAt} is not null)`,
    })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(teams, eq(teams.id, conversations.teamId))
    .leftJoin(accounts, eq(accounts.id, conversations.assigneeId))
    .where(and(eq(conversations.reference, reference), isNull(conversations.erasedAt)));
  if (!row) throw new Problem('not-found');
  const { conversation, name, email, isProven } = row;

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
    ...summaryOf(row),
    customerId: conversation.customerId,
    name,
    email: email ?? '',
    emailVerified: Boolean(isProven),
    answers: conversation.answers,
    nextStates: nextStates(conversation.state),
    messages: spoken.map((row) => asStaffMessage(row, files)),
    notes: [],
    events: [],
    articles: [],
    continues: null,
    mergedInto: null,
    rating: null,
    replyChannels: services.channels.map(({ id }) => id),
    otherTickets,
  };
}

/** A conversation as its customer sees it: nothing of other conversations, nothing internal. */
export async function readRequest(db: Database, conversationId: string): Promise<CustomerRequest> {
  const [conversation] = await db.read.select().from(conversations).where(eq(conversations.id, conversationId));
  if (!conversation) throw new Problem('link-unknown');
  if (conversation.erasedAt !== null) throw new Problem('request-erased');
  const { reference, subject, language, state, createdAt, answers } = conversation;
  const promisedBy = conversation.firstReplyAt === null ? conversation.promisedBy : null;
  const [spoken, files] = await Promise.all([messagesOf(db, conversationId), attachmentsOf(db, conversationId)]);
  const messages = spoken.map((row) => asMessage(row, files));
  return { reference, subject, language, state, createdAt, promisedBy, answers, messages };
}

function messagesOf(db: Database, conversationId: string) {
  return db.read
    .select({ message: messages, agent: accounts.name, sender: identities.value })
    .from(messages)
    .leftJoin(accounts, eq(accounts.id, messages.authorAccountId))
    .leftJoin(identities, eq(identities.id, messages.identityId))
    .where(eq(messages.conversationId, conversationId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

type MessageRow = Awaited<ReturnType<typeof messagesOf>>[number];

function asMessage({ message, agent }: MessageRow, files: ReadonlyMap<string, Attachment[]>): Message {
  const { id, channel, direction, authorName, body, createdAt } = message;
  const author = agent ?? authorName;
  return { id, channel, direction, author, body, createdAt, attachments: files.get(id) ?? [] };
}

function asStaffMessage(row: MessageRow, files: ReadonlyMap<string, Attachment[]>): StaffMessage {
  const { trail, quoted, isSenderProven, takenBackAt } = row.message;
  return {
    ...asMessage(row, files),
    trail,
    quoted,
    isSenderProven,
    sender: row.sender,
    delivery: null,
    takeBackUntil: null,
    isTakenBack: takenBackAt !== null,
  };
}
