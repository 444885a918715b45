import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Ready answers, each in one language or both. Times are milliseconds since the epoch. */
export const cannedAnswers = sqliteTable('canned_answers', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  ja: text('ja').notNull(),
  en: text('en').notNull(),
  /** How often it went into a reply. */
  uses: integer('uses').notNull().default(0),
  /** Who of the staff changed it last. */
  accountId: text('account_id'),
  createdAt: integer('created_at').notNull(),
  changedAt: integer('changed_at').notNull(),
});
