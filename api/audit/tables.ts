import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who did what to what. Rows are added and never changed. Times are milliseconds since the epoch. */
export const auditLog = sqliteTable('audit_log', {
  id: text('id').primaryKey(),
  /** `null` for what the portal or a customer did. */
  accountId: text('account_id'),
  action: text('action').notNull(),
  targetKind: text('target_kind').notNull(),
  targetId: text('target_id').notNull(),
  detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  requestId: text('request_id'),
  createdAt: integer('created_at').notNull(),
});
