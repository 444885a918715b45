import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '../../content/schema/languages.ts';
import { threadKinds, visibilities } from './contract.ts';

const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);

/** Threads. A board is a category in one language. Times are milliseconds since the epoch. */
export const forumThreads = sqliteTable('forum_threads', {
  id: text('id').primaryKey(),
  /** What stands in its address. */
  number: integer('number').notNull().unique(),
  language: text('language', { enum: languages }).notNull(),
  board: text('board').notNull(),
  kind: text('kind', { enum: threadKinds }).notNull(),
  title: text('title').notNull(),
  authorId: text('author_id').notNull(),
  openingPostId: text('opening_post_id').notNull(),
  /** That of the opening post, kept here for lists; changes in the same write. */
  visibility: text('visibility', { enum: visibilities }).notNull(),
  /** That of `forum_posts.accepted_at`, if it is visible; kept here for lists, see `counters.ts`. */
  acceptedPostId: text('accepted_post_id'),
  isLocked: flag('is_locked'),
  isPinned: flag('is_pinned'),
  archivedAt: integer('archived_at'),
  /** When a moderator opened it again: only as long after that is it archived anew. */
  reopenedAt: integer('reopened_at'),
  /** Visible posts besides the opening one. */
  replies: integer('replies').notNull().default(0),
  meToos: integer('me_toos').notNull().default(0),
  mergedIntoId: text('merged_into_id'),
  /** The article that came of it. */
  articleUrl: text('article_url'),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  /** Of the latest visible post. */
  lastPostAt: integer('last_post_at').notNull(),
});

export const forumPosts = sqliteTable('forum_posts', {
  id: text('id').primaryKey(),
  threadId: text('thread_id').notNull(),
  authorId: text('author_id').notNull(),
  /** Markdown, as it was written. */
  body: text('body').notNull(),
  /** What it became, sanitised. */
  html: text('html').notNull(),
  /** The edition of the rules by which it became that: an older one is made anew when it is read. */
  renderedAs: integer('rendered_as').notNull(),
  visibility: text('visibility', { enum: visibilities }).notNull(),
  /** Whether its author was staff when they wrote it. */
  isOfficial: flag('is_official'),
  quotesId: text('quotes_id'),
  secondsTyping: integer('seconds_typing'),
  version: integer('version').notNull().default(1),
  /** Since when it is the accepted answer; stays while it is out of sight. */
  acceptedAt: integer('accepted_at'),
  editedAt: integer('edited_at'),
  erasedAt: integer('erased_at'),
  createdAt: integer('created_at').notNull(),
});

/** What a post said before an edit; `title` only of opening posts. */
export const forumRevisions = sqliteTable('forum_revisions', {
  id: text('id').primaryKey(),
  postId: text('post_id').notNull(),
  accountId: text('account_id').notNull(),
  title: text('title'),
  body: text('body').notNull(),
  reason: text('reason'),
  createdAt: integer('created_at').notNull(),
});

export const forumMeToos = sqliteTable(
  'forum_me_toos',
  {
    threadId: text('thread_id').notNull(),
    accountId: text('account_id').notNull(),
    /** The question in their own words. */
    wording: text('wording'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.accountId] })],
);

/** To a thread, or to a board of a language. */
export const forumSubscriptions = sqliteTable('forum_subscriptions', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  threadId: text('thread_id'),
  language: text('language', { enum: languages }),
  board: text('board'),
  every: text('every', { enum: ['post', 'day'] }).notNull(),
  /** The line of `forum_news` up to which it has been told. */
  toldUntil: integer('told_until').notNull(),
  /** About single posts, since the last summary. */
  mails: integer('mails').notNull().default(0),
  createdAt: integer('created_at').notNull(),
});

/** What a member has done here, and may. */
export const forumMembers = sqliteTable('forum_members', {
  accountId: text('account_id').primaryKey(),
  /** Trust, 0 to 3: see `members/levels.ts`. */
  level: integer('level').notNull().default(0),
  /** Set by a moderator: neither promotion nor demotion changes it. */
  isLevelFixed: flag('is_level_fixed'),
  daysVisited: integer('days_visited').notNull().default(0),
  /** `2026-11-22`, in the portal's time zone. */
  lastDay: text('last_day'),
  threadsRead: integer('threads_read').notNull().default(0),
  /** That everybody sees. */
  posts: integer('posts').notNull().default(0),
  /** Answers of theirs that others accepted, and everybody sees. */
  accepted: integer('accepted').notNull().default(0),
  flagsAgreed: integer('flags_agreed').notNull().default(0),
  flagsDisagreed: integer('flags_disagreed').notNull().default(0),
  /** Posts of theirs that were rejected or removed. */
  postsRefused: integer('posts_refused').notNull().default(0),
  silencedUntil: integer('silenced_until'),
  suspendedUntil: integer('suspended_until'),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
});

export const forumReads = sqliteTable(
  'forum_reads',
  {
    accountId: text('account_id').notNull(),
    threadId: text('thread_id').notNull(),
    readAt: integer('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.threadId] })],
);

/** Articles that came of threads. */
export const forumArticleDrafts = sqliteTable('forum_article_drafts', {
  id: text('id').primaryKey(),
  threadId: text('thread_id').notNull().unique(),
  accountId: text('account_id').notNull(),
  kind: text('kind', { enum: ['faq', 'guides', 'troubleshooting'] }).notNull(),
  slug: text('slug').notNull(),
  createdAt: integer('created_at').notNull(),
  publishedAt: integer('published_at'),
});
