import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who gets notices by mail: addresses that were confirmed, and nobody else. Times are milliseconds since the epoch. */
export const noticeSubscribers = sqliteTable('notice_subscribers', {
  id: text('id').primaryKey(),
  /** In small letters. */
  address: text('address').notNull().unique(),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  /** The slug of the one category they care about; `null` for all. */
  category: text('category'),
  createdAt: integer('created_at').notNull(),
});

/** A notice or an update that subscribers are to be told of: one row each, whose id is that notice's or update's. */
export const noticeMailings = sqliteTable('notice_mailings', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id').notNull(),
  updateId: text('update_id'),
  /** The id of the last subscriber whose mail was queued. */
  reached: text('reached').notNull(),
  doneAt: integer('done_at'),
  createdAt: integer('created_at').notNull(),
});
