import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const outboxStates = ['waiting', 'sent', 'dead', 'cancelled'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** The ways out. */
export const outboxChannels = ['mail', 'webhook'] as const;
export type OutboxChannel = (typeof outboxChannels)[number];

/** Everything that leaves the portal, one row each. Times are milliseconds since the epoch. */
export const outbox = sqliteTable('outbox', {
  id: text('id').primaryKey(),
  channel: text('channel', { enum: outboxChannels }).notNull(),
  kind: text('kind').notNull(),
  recipient: text('recipient').notNull(),
  recipientName: text('recipient_name'),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  /** What its text is made of when it is sent; never a token. */
  payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  conversationId: text('conversation_id'),
  state: text('state', { enum: outboxStates }).notNull(),
  attempts: integer('attempts').notNull(),
  dueAt: integer('due_at').notNull(),
  leasedUntil: integer('leased_until'),
  /** Who is sending it; still there when that process ended in the middle. */
  lease: text('lease'),
  /** Attempts of which nobody knows whether the mail arrived: the process or the connection ended first. */
  unanswered: integer('unanswered').notNull(),
  lastError: text('last_error'),
  sentAt: integer('sent_at'),
  createdAt: integer('created_at').notNull(),
});
