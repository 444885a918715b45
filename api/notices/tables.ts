import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { NoticeEventKind, NoticeKind, Severity } from './contract.ts';

/**
 * What readers are told while it lasts. `version` grows with every change of the row; `withdrawnAt` takes it back as if
 * it had never been said. Times are milliseconds since the epoch.
 */
export const notices = sqliteTable('notices', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  severity: text('severity').$type<Severity>().notNull(),
  titleJa: text('title_ja').notNull(),
  titleEn: text('title_en').notNull(),
  textJa: text('text_ja').notNull(),
  textEn: text('text_en').notNull(),
  startsAt: integer('starts_at').notNull(),
  endsAt: integer('ends_at'),
  /** Slugs of what it touches; none means everything. */
  categories: text('categories', { mode: 'json' }).$type<string[]>().notNull().default([]),
  withdrawnAt: integer('withdrawn_at'),
  version: integer('version').notNull().default(1),
  changedAt: integer('changed_at').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** What was said later on; one that says it is solved ended the notice. */
export const noticeUpdates = sqliteTable('notice_updates', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id').notNull(),
  textJa: text('text_ja').notNull(),
  textEn: text('text_en').notNull(),
  isSolved: integer('solved', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
});

/** Who did what and when; an edit keeps in `detail` what stood there before. */
export const noticeEvents = sqliteTable('notice_events', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id').notNull(),
  accountId: text('account_id').notNull(),
  kind: text('kind').$type<NoticeEventKind>().notNull(),
  detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
  createdAt: integer('created_at').notNull(),
});
