import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One signed-in device. `id` is the SHA-256 of the token in the cookie; `expiresAt` is in seconds, as Lucia wants it. */
export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
  createdAt: integer('created_at').notNull(),
});
