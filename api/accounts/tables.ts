import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '../access/rules.ts';

/** People who work at the portal. Times are milliseconds since the epoch. */
export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  role: text('role', { enum: roles }).notNull().default('member'),
  passwordHash: text('password_hash').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** One-time links that make the first owner account; only hashes of their tokens. */
export const setupLinks = sqliteTable('setup_links', {
  tokenHash: text('token_hash').primaryKey(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
});
