import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * A file that came with a message. It lies in the uploads folder under its id; the name is only shown. `preview` says
 * whether a picture of it is still to be made, is there, or never will be. Times are milliseconds since the epoch.
 */
export const attachments = sqliteTable('attachments', {
  id: text('id').primaryKey(),
  messageId: text('message_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  preview: text('preview', { enum: ['waiting', 'ready', 'none'] }).notNull(),
  width: integer('width'),
  height: integer('height'),
  createdAt: integer('created_at').notNull(),
});
