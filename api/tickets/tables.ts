import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TicketState, TrailItem } from './contract.ts';

/** A person who asks. What is known of how to reach them are their identities. Times are milliseconds since the epoch. */
export const customers = sqliteTable('customers', {
  id: text('id').primaryKey(),
  name: text('name'),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  createdAt: integer('created_at').notNull(),
  /** Since then nothing says who they were. */
  erasedAt: integer('erased_at'),
});

/** One address of a customer in one channel's world. Verified only once the customer has proven it. */
export const identities = sqliteTable('identities', {
  id: text('id').primaryKey(),
  customerId: text('customer_id').notNull(),
  kind: text('kind').$type<'email'>().notNull(),
  value: text('value').notNull(),
  verifiedAt: integer('verified_at'),
  createdAt: integer('created_at').notNull(),
});

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
});

/** The history of a conversation: one row for each change. */
export const conversationEvents = sqliteTable('conversation_events', {
  id: text('id').primaryKey(),
  conversationId: text('conversation_id').notNull(),
  accountId: text('account_id'),
  kind: text('kind').$type<'opened' | 'state-changed'>().notNull(),
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
