import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { accounts, teams } from '../accounts/tables.ts';
import { attachmentsOf } from '../attachments/read.ts';
import { customers } from '../customers/tables.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { CustomerRequest, Ticket } from './contract.ts';
import { isSeenByCustomer } from './departures.ts';
import { articlesOf, eventsOf, notesOf } from './read-history.ts';
import { asMessage, asStaffMessage, messagesOf, staffMessagesOf } from './read-messages.ts';
import { waysOut } from './reply-channels.ts';
import { nextStates } from './states.ts';
import { summaryColumns, summaryOf } from './summary.ts';
import { conversations, ratings } from './tables.ts';

const before = alias(conversations, 'conversation_before');
const into = alias(conversations, 'conversation_into');

/** A conversation by its reference, as the desk sees it. Throws `not-found`. */
export async function readTicket(services: Services, reference: string): Promise<Ticket & { id: string }> {
  const { db, clock } = services;
  const [row] = await db.read
    .select({
      ...summaryColumns,
      isProven: sql<number>`exists (select 1 from identities where identities.customer_id = ${customers.id}
        and identities.kind = 'email' and identities.value = ${summaryColumns.email} and identities.verified_at is not null)`,
      continues: linkedTo(before),
      mergedInto: linkedTo(into),
      rating: { score: ratings.score, comment: ratings.comment, at: ratings.changedAt },
    })
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(teams, eq(teams.id, conversations.teamId))
    .leftJoin(accounts, eq(accounts.id, conversations.assigneeId))
    .leftJoin(before, eq(before.id, conversations.continuesId))
    .leftJoin(into, eq(into.id, conversations.mergedIntoId))
    .leftJoin(ratings, eq(ratings.conversationId, conversations.id))
    .where(and(eq(conversations.reference, reference), isNull(conversations.erasedAt)));
  if (!row) throw new Problem('not-found');
  const { conversation, name, email, isProven, continues, mergedInto, rating } = row;
  const { id, customerId, answers, state } = conversation;

  const [spoken, files, notes, events, articles, ways, otherTickets] = await Promise.all([
    staffMessagesOf(db, id),
    attachmentsOf(db, id),
    notesOf(db, id),
    eventsOf(db, id),
    articlesOf(services, id),
    waysOut(services, conversation),
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
          eq(conversations.customerId, customerId),
          ne(conversations.id, id),
          isNull(conversations.erasedAt),
          isNull(conversations.mergedIntoId),
        ),
      )
      .orderBy(desc(conversations.lastMessageAt))
      .limit(20),
  ]);
  return {
    id,
    ...summaryOf(row),
    customerId,
    name,
    email: email ?? '',
    emailVerified: Boolean(isProven),
    answers,
    nextStates: conversation.mergedIntoId ? [] : nextStates(state),
    messages: spoken.map((message) => asStaffMessage(message, files, clock())),
    notes,
    events,
    articles,
    continues: present(continues),
    mergedInto: present(mergedInto),
    rating,
    replyChannels: conversation.mergedIntoId ? [] : ways.open.map((channel) => channel.id),
    otherTickets,
  };
}

function linkedTo(other: typeof before | typeof into) {
  return { reference: other.reference, subject: other.subject, state: other.state };
}

/** What a left join found; `null` where it found nothing. */
function present<T extends object>(found: T | null): { [K in keyof T]: NonNullable<T[K]> } | null {
  if (!found || Object.values(found).every((value) => value === null)) return null;
  return found as { [K in keyof T]: NonNullable<T[K]> };
}

/** A conversation as its customer sees it: nothing of other conversations, nothing internal, nothing that may still be taken back. */
export async function readRequest(db: Database, conversationId: string, now: number): Promise<CustomerRequest> {
  const [conversation] = await db.read.select().from(conversations).where(eq(conversations.id, conversationId));
  if (!conversation) throw new Problem('link-unknown');
  if (conversation.erasedAt !== null) throw new Problem('request-erased');
  const { reference, subject, language, state, createdAt, answers } = conversation;
  const promisedBy = conversation.firstReplyAt === null ? conversation.promisedBy : null;
  const [spoken, files] = await Promise.all([
    messagesOf(db, conversationId, isSeenByCustomer(now)),
    attachmentsOf(db, conversationId),
  ]);
  const messages = spoken.map((row) => asMessage(row, files));
  return { reference, subject, language, state, createdAt, promisedBy, answers, messages };
}
