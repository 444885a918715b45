import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IdentityKind } from './contract.ts';

/** A person who asks. What is known of how to reach them are their identities. Times are milliseconds since the epoch. */
export const customers = sqliteTable('customers', {
  id: text('id').primaryKey(),
  name: text('name'),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  createdAt: integer('created_at').notNull(),
  /** Since then nothing says who they were. */
  erasedAt: integer('erased_at'),
  /** The customer that this one turned out to be; what was theirs has moved there. */
  mergedIntoId: text('merged_into_id'),
});

/** One address of a customer in one channel's world. Verified only once the customer has proven it. */
export const identities = sqliteTable('identities', {
  id: text('id').primaryKey(),
  customerId: text('customer_id').notNull(),
  kind: text('kind').$type<IdentityKind>().notNull(),
  value: text('value').notNull(),
  verifiedAt: integer('verified_at'),
  createdAt: integer('created_at').notNull(),
});

/** One person who was known as two; `moved` names what went over, and whether the name did, for undoing. */
export const customerMerges = sqliteTable('customer_merges', {
  id: text('id').primaryKey(),
  fromId: text('from_id').notNull(),
  intoId: text('into_id').notNull(),
  accountId: text('account_id'),
  moved: text('moved', { mode: 'json' })
    .$type<{ conversations: string[]; identities: string[]; holds: string[]; name: boolean }>()
    .notNull(),
  undoneAt: integer('undone_at'),
  createdAt: integer('created_at').notNull(),
});

/** Whose messages open nothing. `value` is an address, or a whole domain as `@example.com`. */
export const blockedSenders = sqliteTable('blocked_senders', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<IdentityKind>().notNull(),
  value: text('value').notNull(),
  reason: text('reason').notNull(),
  accountId: text('account_id'),
  createdAt: integer('created_at').notNull(),
});
