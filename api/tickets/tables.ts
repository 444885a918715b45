import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EventKind, Priority, TicketState } from './contract.ts';
import type { Answer, TrailItem } from './opening-contract.ts';

/** A ticket. `version` grows with every change of the row, so that two people cannot overwrite each other. */
export const conversations = sqliteTable('conversations', {
  id: text('id').primaryKey(),
  reference: text('reference').notNull().unique(),
  customerId: text('customer_id').notNull(),
  subject: text('subject').notNull(),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  state: text('state').$type<TicketState>().notNull(),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  lastMessageAt: integer('last_message_at').notNull(),
  promisedBy: integer('promised_by'),
  /** Since when the customer has had no answer; null when it is their turn. */
  waitingSince: integer('waiting_since'),
  firstReplyAt: integer('first_reply_at'),
  /** The channel that it was opened through, by its id. */
  channel: text('channel').notNull().default('web'),
  /** Whom of the customer's identities it was opened with. */
  identityId: text('identity_id'),
  category: text('category'),
  /** What the customer answered to the questions of the category. */
  answers: text('answers', { mode: 'json' }).$type<Answer[]>().notNull().default([]),
  priority: text('priority').$type<Priority>().notNull().default('normal'),
  teamId: text('team_id'),
  assigneeId: text('assignee_id'),
  /** Out of the lists of what is to be done until then. */
  snoozedUntil: integer('snoozed_until'),
  /** By when the priority wants the next answer; null while nobody waits. */
  dueAt: integer('due_at'),
  solvedAt: integer('solved_at'),
  /** The closed conversation that this one goes on from. */
  continuesId: text('continues_id'),
  /** The conversation that this one went into; it then stands in no list. */
  mergedIntoId: text('merged_into_id'),
  /** Since then it has no text: it only counts. */
  erasedAt: integer('erased_at'),
});

/**
 * What was said, by whom, and through which channel it came or left. `authorName` is what a customer called themselves
 * in this message; the trail is what they let go along.
 */
export const messages = sqliteTable('messages', {
  id: text('id').primaryKey(),
  conversationId: text('conversation_id').notNull(),
  channel: text('channel').notNull(),
  direction: text('direction', { enum: ['in', 'out'] }).notNull(),
  authorAccountId: text('author_account_id'),
  authorName: text('author_name'),
  body: text('body').notNull(),
  trail: text('trail', { mode: 'json' }).$type<TrailItem[]>().notNull().default([]),
  createdAt: integer('created_at').notNull(),
  /** Whom of the customer's identities it came from. */
  identityId: text('identity_id'),
  /** Whether the sender has proven who they are; null where nobody can tell. */
  isSenderProven: integer('is_sender_proven', { mode: 'boolean' }),
  /** What was cut off below: the quoted mail and the signature. */
  quoted: text('quoted'),
  /** The row of the outbox that takes it to the customer. */
  outboxId: text('outbox_id'),
  bouncedAt: integer('bounced_at'),
  /** Since then the customer does not see it: its author took it back before it left. */
  takenBackAt: integer('taken_back_at'),
});

/** What staff say among themselves: a table of its own, so that nothing that reads messages can let one out. */
export const notes = sqliteTable('notes', {
  id: text('id').primaryKey(),
  conversationId: text('conversation_id').notNull(),
  accountId: text('account_id').notNull(),
  body: text('body').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** `activeAt` follows the conversation's last message by a trigger, so that the list of a tag is in its order. */
export const conversationTags = sqliteTable(
  'conversation_tags',
  {
    conversationId: text('conversation_id').notNull(),
    tag: text('tag').notNull(),
    activeAt: integer('active_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.tag] })],
);

/** Articles that somebody of the staff led the customer to. */
export const conversationArticles = sqliteTable(
  'conversation_articles',
  {
    conversationId: text('conversation_id').notNull(),
    url: text('url').notNull(),
    accountId: text('account_id'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.url] })],
);

/** What can be undone: a change of several conversations at once, a merge, a split. */
export const conversationChanges = sqliteTable('conversation_changes', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['bulk', 'merge', 'split'] }).notNull(),
  accountId: text('account_id').notNull(),
  /** What undoing restores. */
  before: text('before', { mode: 'json' }).$type<Record<string, unknown>[]>().notNull(),
  undoneAt: integer('undone_at'),
  createdAt: integer('created_at').notNull(),
});

/** What a customer thought of how they were answered. */
export const ratings = sqliteTable('ratings', {
  conversationId: text('conversation_id').primaryKey(),
  score: text('score', { enum: ['good', 'bad'] }).notNull(),
  comment: text('comment'),
  createdAt: integer('created_at').notNull(),
  changedAt: integer('changed_at').notNull(),
});

/** The history of a conversation: one row for each change. */
export const conversationEvents = sqliteTable('conversation_events', {
  id: text('id').primaryKey(),
  conversationId: text('conversation_id').notNull(),
  accountId: text('account_id'),
  kind: text('kind').$type<EventKind>().notNull(),
  detail: text('detail', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
  createdAt: integer('created_at').notNull(),
});

/** The links by which customers come back without an account; only hashes of their tokens. */
export const privateLinks = sqliteTable('private_links', {
  id: text('id').primaryKey(),
  conversationId: text('conversation_id').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  expiresAt: integer('expires_at').notNull(),
  createdAt: integer('created_at').notNull(),
});
