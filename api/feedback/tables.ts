import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { VoteReason } from './contract.ts';

/** What readers thought of an article. Nothing says who they were. */
export const votes = sqliteTable('votes', {
  id: text('id').primaryKey(),
  language: text('language', { enum: ['ja', 'en'] }).notNull(),
  kind: text('kind', { enum: ['faq', 'guides', 'troubleshooting'] }).notNull(),
  slug: text('slug').notNull(),
  isHelpful: integer('helpful', { mode: 'boolean' }).notNull(),
  reason: text('reason').$type<VoteReason>(),
  comment: text('comment'),
  createdAt: integer('created_at').notNull(),
});
