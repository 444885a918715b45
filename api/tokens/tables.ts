import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TokenPurpose } from './one-time-tokens.ts';

/** What opens something once: only hashes of the tokens. Times are milliseconds since the epoch. */
export const oneTimeTokens = sqliteTable('one_time_tokens', {
  id: text('id').primaryKey(),
  purpose: text('purpose').$type<TokenPurpose>().notNull(),
  /** What it opens: the id of an account, an address in small letters… */
  subject: text('subject').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
  createdAt: integer('created_at').notNull(),
});
