import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The entries of the index of threads, one for each; terms lie under its number. */
export const searchedThreads = sqliteTable('searched_threads', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  threadId: text('thread_id').notNull().unique(),
});

/** Threads whose entry is to be made anew; filled by triggers. */
export const threadSearchQueue = sqliteTable('thread_search_queue', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  threadId: text('thread_id').notNull().unique(),
});

/** Since when the index of threads holds terms of what is gone. */
export const threadSearchPurges = sqliteTable('thread_search_purges', {
  id: integer('id').primaryKey(),
  askedAt: integer('asked_at').notNull(),
});
