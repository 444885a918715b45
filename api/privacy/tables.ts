import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ErasureWay } from './contract.ts';

/**
 * What must not be erased until a day, by a customer or, with `conversationId`, by one of their conversations. Times are
 * milliseconds since the epoch.
 */
export const legalHolds = sqliteTable('legal_holds', {
  id: text('id').primaryKey(),
  customerId: text('customer_id').notNull(),
  conversationId: text('conversation_id'),
  reason: text('reason').notNull(),
  untilAt: integer('until_at').notNull(),
  accountId: text('account_id').notNull(),
  liftedAt: integer('lifted_at'),
  createdAt: integer('created_at').notNull(),
});

/** Who was erased, as a hash that says something only to whoever has the customer's id: a restored backup. */
export const erasures = sqliteTable('erasures', {
  id: text('id').primaryKey(),
  subjectHash: text('subject_hash').notNull().unique(),
  way: text('way').$type<ErasureWay>().notNull(),
  /** Rows deleted or emptied, by table. */
  counts: text('counts', { mode: 'json' }).$type<Record<string, number>>().notNull(),
  createdAt: integer('created_at').notNull(),
});
