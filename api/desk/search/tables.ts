import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The entries of the index, one for each conversation. A later change has a higher number; terms lie under it. */
export const searchedConversations = sqliteTable('searched_conversations', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  conversationId: text('conversation_id').notNull().unique(),
});

/** Conversations whose entry is to be made anew; filled by triggers. */
export const searchQueue = sqliteTable('search_queue', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  conversationId: text('conversation_id').notNull().unique(),
});

/** Since when the index holds terms of what was erased. */
export const searchPurges = sqliteTable('search_purges', {
  id: integer('id').primaryKey(),
  askedAt: integer('asked_at').notNull(),
});
