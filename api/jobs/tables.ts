import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** When what is done again and again was done last. Times are milliseconds since the epoch. */
export const jobs = sqliteTable('jobs', {
  name: text('name').primaryKey(),
  dueAt: integer('due_at').notNull(),
  leasedUntil: integer('leased_until'),
  lastRunAt: integer('last_run_at'),
  lastError: text('last_error'),
});
