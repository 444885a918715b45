import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Proofs that were used, until they would have ended, and for which request: a retry of it may bring the same again. */
export const usedProofs = sqliteTable('used_proofs', {
  id: text('id').primaryKey(),
  usedFor: text('used_for').notNull(),
  expiresAt: integer('expires_at').notNull(),
});
