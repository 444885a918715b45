import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const mailOutcomes = [
  'waiting',
  'message',
  'conversation',
  'bounce',
  'auto-reply',
  'blocked',
  'quarantined',
  'dismissed',
] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** Every mail that came in, whatever became of it; the mail itself is a file by the row's id. Times are milliseconds since the epoch. */
export const receivedMails = sqliteTable('received_mails', {
  id: text('id').primaryKey(),
  /** With angle brackets, as its sender says. */
  messageId: text('message_id'),
  /** An address in small letters, as the sender says. */
  sender: text('sender'),
  subject: text('subject'),
  bytes: integer('bytes').notNull(),
  outcome: text('outcome', { enum: mailOutcomes }).notNull(),
  /** Why it came to that, as `api/mail-in/reasons.ts` names it. */
  reason: text('reason'),
  attempts: integer('attempts').notNull().default(0),
  conversationId: text('conversation_id'),
  /** The message that it became. */
  entryId: text('entry_id'),
  receivedAt: integer('received_at').notNull(),
  handledAt: integer('handled_at'),
  /** By what the sender wrote, without what servers added on the way: see `content-hash.ts`. */
  contentHash: text('content_hash'),
  dueAt: integer('due_at').notNull().default(0),
  lease: text('lease'),
  leasedUntil: integer('leased_until'),
});
export type ReceivedMailRow = typeof receivedMails.$inferSelect;

/** How far a mailbox was read, and which process reads it just now. */
export const mailSources = sqliteTable('mail_sources', {
  id: text('id').primaryKey(),
  uidValidity: text('uid_validity'),
  /** All up to here were taken, as long as the mailbox counts as it did. */
  lastUid: integer('last_uid').notNull().default(0),
  lease: text('lease'),
  leasedUntil: integer('leased_until'),
  connectedAt: integer('connected_at'),
  lastError: text('last_error'),
});
