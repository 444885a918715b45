import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Posts in the order in which everybody could see them, each once. Written by triggers (migration 0024). */
export const forumNews = sqliteTable('forum_news', {
  id: integer('id').primaryKey(),
  postId: text('post_id').notNull().unique(),
  /** When those had their mail who want one for each post. */
  toldAt: integer('told_at'),
});

/** The summary of a day: news after one line and up to another, and the last account that had it. */
export const forumDigests = sqliteTable('forum_digests', {
  /** `2026-11-22`, in the portal's time zone. */
  day: text('day').primaryKey(),
  newsAfter: integer('news_after').notNull(),
  newsUntil: integer('news_until').notNull(),
  reached: text('reached').notNull(),
  doneAt: integer('done_at'),
});
