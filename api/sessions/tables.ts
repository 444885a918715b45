import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * How far somebody has come in: signed in; past the first step, with only a code left to give; or past it, with only a
 * second step left to set up.
 */
export const sessionStages = ['signed-in', 'code', 'totp-set-up'] as const;
export type SessionStage = (typeof sessionStages)[number];

/** One signed-in device. `id` is the SHA-256 of the token in the cookie; `expiresAt` is in seconds, as Lucia wants it. */
export const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  expiresAt: integer('expires_at').notNull(),
  createdAt: integer('created_at').notNull(),
  stage: text('stage', { enum: sessionStages }).notNull().default('signed-in'),
  /** Browser and system, in short. */
  device: text('device').notNull().default(''),
  /** To ten minutes. */
  lastUsedAt: integer('last_used_at').notNull().default(0),
});
