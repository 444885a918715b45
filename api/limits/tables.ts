import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What has been counted of whom until when, in milliseconds since the epoch. The key is a keyed hash: neither addresses
 * nor e-mail addresses are kept here.
 */
export const rateLimits = sqliteTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expiresAt: integer('expires_at').notNull(),
});
