import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TicketFilter } from './contract.ts';

/** Lists of the desk that somebody keeps under a name. */
export const savedViews = sqliteTable('saved_views', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  name: text('name').notNull(),
  isShared: integer('is_shared', { mode: 'boolean' }).notNull().default(false),
  filter: text('filter', { mode: 'json' }).$type<TicketFilter>().notNull(),
  createdAt: integer('created_at').notNull(),
});

/** Who looks at a conversation just now. Times are milliseconds since the epoch. */
export const presences = sqliteTable(
  'presences',
  {
    conversationId: text('conversation_id').notNull(),
    accountId: text('account_id').notNull(),
    isWriting: integer('is_writing', { mode: 'boolean' }).notNull(),
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.accountId] })],
);
