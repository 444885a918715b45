import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '../access/rules.ts';
import { languages } from '../../content/schema/languages.ts';
import { appealStates, flagOutcomes, reviewableKinds, reviewableStates, sanctionKinds } from './contract.ts';

/** What moderators look at, one row for each post or member ever looked at. Times are milliseconds since the epoch. */
export const reviewables = sqliteTable('reviewables', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: reviewableKinds }).notNull(),
  /** The id of the post, or of the account. */
  subjectId: text('subject_id').notNull(),
  authorId: text('author_id').notNull(),
  threadId: text('thread_id'),
  language: text('language', { enum: languages }).notNull(),
  board: text('board'),
  state: text('state', { enum: reviewableStates }).notNull(),
  /** What a moderator said last, whatever has come since. */
  verdict: text('verdict', { enum: ['approved', 'rejected', 'ignored', 'removed'] }),
  /** Personal data in public, threats: on top of the queue whatever the score. */
  isUrgent: integer('is_urgent', { mode: 'boolean' }).notNull().default(false),
  score: real('score').notNull().default(0),
  claimedBy: text('claimed_by'),
  claimedUntil: integer('claimed_until'),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  changedAt: integer('changed_at').notNull(),
});

/** Why something is in the queue. */
export const reviewReasons = sqliteTable('review_reasons', {
  id: text('id').primaryKey(),
  reviewableId: text('reviewable_id').notNull(),
  kind: text('kind', { enum: ['queue', 'flag'] }).notNull(),
  /** One of `queueReasons` or of `flagReasons`. */
  reason: text('reason').notNull(),
  /** Who flagged it. */
  accountId: text('account_id'),
  /** The word that was found, or what the flagger wrote. */
  detail: text('detail'),
  weight: real('weight').notNull(),
  outcome: text('outcome', { enum: flagOutcomes }),
  createdAt: integer('created_at').notNull(),
});

/** One act of a moderator, on one thing or many. */
export const moderationDecisions = sqliteTable('moderation_decisions', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  action: text('action').notNull(),
  /** The id of a rule of the guidelines, `forum.rules` in `portal.yaml`. */
  rule: text('rule'),
  note: text('note'),
  /** What undoing restores. */
  before: text('before', { mode: 'json' }).$type<unknown>().notNull(),
  undoneAt: integer('undone_at'),
  undoneBy: text('undone_by'),
  createdAt: integer('created_at').notNull(),
});

/** What happened to a reviewable; `role` is that of whoever did it, as the author is told it. */
export const reviewEvents = sqliteTable('review_events', {
  id: text('id').primaryKey(),
  reviewableId: text('reviewable_id').notNull(),
  decisionId: text('decision_id'),
  accountId: text('account_id'),
  role: text('role', { enum: roles }),
  action: text('action').notNull(),
  fromState: text('from_state', { enum: reviewableStates }),
  toState: text('to_state', { enum: reviewableStates }).notNull(),
  rule: text('rule'),
  note: text('note'),
  createdAt: integer('created_at').notNull(),
});

export const sanctions = sqliteTable('sanctions', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  kind: text('kind', { enum: sanctionKinds }).notNull(),
  rule: text('rule'),
  reason: text('reason').notNull(),
  until: integer('until'),
  byAccountId: text('by_account_id').notNull(),
  decisionId: text('decision_id'),
  liftedAt: integer('lifted_at'),
  createdAt: integer('created_at').notNull(),
});

/** What an author says to a decision on a post of theirs, once for each. */
export const appeals = sqliteTable('appeals', {
  id: text('id').primaryKey(),
  reviewableId: text('reviewable_id').notNull(),
  decisionId: text('decision_id').notNull(),
  accountId: text('account_id').notNull(),
  body: text('body').notNull(),
  state: text('state', { enum: appealStates }).notNull(),
  answer: text('answer'),
  answeredBy: text('answered_by'),
  answeredAt: integer('answered_at'),
  createdAt: integer('created_at').notNull(),
});

/** Words and patterns; `language` null is both. */
export const watchedWords = sqliteTable('watched_words', {
  id: text('id').primaryKey(),
  language: text('language', { enum: languages }),
  pattern: text('pattern').notNull(),
  action: text('action', { enum: ['queue', 'refuse'] }).notNull(),
  note: text('note'),
  hits: integer('hits').notNull().default(0),
  accountId: text('account_id').notNull(),
  createdAt: integer('created_at').notNull(),
});

/** Which posts the filter has learnt from, so that a reversed verdict is unlearnt. */
export const spamVerdicts = sqliteTable('spam_verdicts', {
  postId: text('post_id').primaryKey(),
  language: text('language', { enum: languages }).notNull(),
  isSpam: integer('is_spam', { mode: 'boolean' }).notNull(),
  /** What of it was learnt, JSON. */
  pairs: text('pairs').notNull().default('[]'),
  learntAt: integer('learnt_at').notNull(),
});

/** How many posts of either kind held a pair of characters; the pair '' counts the posts themselves. */
export const spamPairs = sqliteTable(
  'spam_pairs',
  {
    language: text('language', { enum: languages }).notNull(),
    pair: text('pair').notNull(),
    spam: integer('spam').notNull(),
    honest: integer('honest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.language, table.pair] })],
);

/** What posts of the last week are recognised by when nearly the same is sent again. */
export const forumFingerprints = sqliteTable(
  'forum_fingerprints',
  {
    postId: text('post_id').notNull(),
    hash: integer('hash').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.hash] })],
);
