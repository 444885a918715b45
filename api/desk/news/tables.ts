import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How far what is told to others has come in `live_changes`. */
export const newsCursor = sqliteTable('news_cursor', {
  id: integer('id').primaryKey(),
  seq: integer('seq').notNull(),
});

/** Staff who want a mail for each new conversation: for all of them, or for those of their teams. */
export const newTicketMails = sqliteTable('new_ticket_mails', {
  accountId: text('account_id').primaryKey(),
  wanted: text('wanted', { enum: ['all', 'team'] }).notNull(),
});
