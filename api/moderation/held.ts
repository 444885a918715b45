import { type SQL, sql } from 'drizzle-orm';
import { membersOf } from '../accounts/held.ts';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import {
  appeals,
  moderationDecisions,
  reviewables,
  reviewEvents,
  reviewReasons,
  sanctions,
  spamVerdicts,
} from './tables.ts';

/**
 * What moderation holds of members. States, times and verdicts stay, so that counts stay right; words go: what somebody wrote
 * with a flag or an appeal, what was found in their posts, and what they were told.
 */
export const heldByModeration: readonly Held[] = [
  {
    table: reviewReasons,
    name: { ja: 'フォーラムで報告した内容', en: 'What you flagged in the forum' },
    of: (subject) => sql`${reviewReasons.accountId} in ${membersOf(subject)}`,
    withheld: ['reviewableId', 'weight'],
    isMany: true,
    // What reviewers found in a post may be an address of its author’s.
    erase: (subject, most) =>
      sql`update ${reviewReasons} set detail = null where rowid in (select rowid from ${reviewReasons}
        where (${reviewReasons.accountId} in ${membersOf(subject)} or ${reviewReasons.reviewableId} in ${theirs(subject)})
        and ${reviewReasons.detail} is not null limit ${most})`,
  },
  {
    table: reviewEvents,
    name: { ja: '投稿についての判断', en: 'What was decided about your posts' },
    // Who flagged a post is nobody’s business but the moderators’.
    of: (subject) => sql`${reviewEvents.reviewableId} in ${theirs(subject)} and ${reviewEvents.decisionId} is not null`,
    withheld: ['accountId'],
    isMany: true,
    erase: (subject, most) =>
      sql`update ${reviewEvents} set note = null where rowid in (select rowid from ${reviewEvents}
        where ${reviewEvents.reviewableId} in ${theirs(subject)} and ${reviewEvents.note} is not null limit ${most})`,
  },
  {
    table: moderationDecisions,
    name: { ja: '担当者の判断の記録', en: 'Records of decisions' },
    of: decisionsAbout,
    // It may be about several people.
    isInternal: true,
    isMany: true,
    erase: (subject, most) =>
      sql`update ${moderationDecisions} set note = null where rowid in (select rowid from ${moderationDecisions}
        where ${decisionsAbout(subject)} and ${moderationDecisions.note} is not null limit ${most})`,
  },
  {
    table: appeals,
    name: { ja: '再確認のお申し出', en: 'Your appeals' },
    of: (subject) => sql`${appeals.accountId} in ${membersOf(subject)}`,
    withheld: ['answeredBy'],
    isMany: true,
    erase: (subject, most) => deleteSome(appeals, sql`${appeals.accountId} in ${membersOf(subject)}`, most),
  },
  {
    table: sanctions,
    name: { ja: 'フォーラムの利用制限', en: 'Warnings and limits in the forum' },
    of: (subject) => sql`${sanctions.accountId} in ${membersOf(subject)}`,
    withheld: ['byAccountId'],
    isMany: true,
    erase: (subject, most) => deleteSome(sanctions, sql`${sanctions.accountId} in ${membersOf(subject)}`, most),
  },
  {
    table: spamVerdicts,
    name: { ja: '迷惑投稿の判定の学習', en: 'What the spam filter learnt of your posts' },
    of: spamOf,
    withheld: ['pairs'],
    isMany: true,
    erase: (subject, most) => deleteSome(spamVerdicts, spamOf(subject), most),
  },
  {
    table: reviewables,
    name: { ja: '確認の対象となった投稿', en: 'Posts of yours that were looked at' },
    of: (subject) => sql`${reviewables.authorId} in ${membersOf(subject)}`,
    withheld: ['claimedBy', 'claimedUntil', 'version', 'score'],
    isMany: true,
    erase: null,
  },
];

/** The ids of what was looked at of somebody. */
function theirs(subject: Subject): SQL {
  return sql`(select looked.id from ${reviewables} as looked where looked.author_id in ${membersOf(subject)})`;
}

function decisionsAbout(subject: Subject): SQL {
  return sql`(${moderationDecisions.id} in (select told.decision_id from ${reviewEvents} as told where told.reviewable_id in ${theirs(subject)})
    or ${moderationDecisions.id} in (select given.decision_id from ${sanctions} as given where given.account_id in ${membersOf(subject)}))`;
}

function spamOf(subject: Subject): SQL {
  return sql`${spamVerdicts.postId} in (select post.id from forum_posts as post where post.author_id in ${membersOf(subject)})`;
}
