import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How soon first answers come, as it was measured last: one row. */
export const replyTimes = sqliteTable('reply_times', {
  id: text('id', { enum: ['first-reply'] }).primaryKey(),
  /** In minutes of opening time; null when nothing was answered. */
  medianMinutes: integer('median_minutes'),
  conversations: integer('conversations').notNull(),
  measuredAt: integer('measured_at').notNull(),
});
