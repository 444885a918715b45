import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { membersOf } from '../accounts/held.ts';
import { sweepUploads } from '../attachments/sweep.ts';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { heldByDrafts } from './articles/held.ts';
import { forumPictures } from './pictures/tables.ts';
import {
  forumMembers,
  forumMeToos,
  forumPosts,
  forumReads,
  forumRevisions,
  forumSubscriptions,
  forumThreads,
} from './tables.ts';

/**
 * What a member wrote and did in the forum. A post of an erased member keeps its place, so that the answers around it still
 * stand in order; what it said goes, since no machine can tell whether it says something of them. A thread of theirs that
 * nobody else answered goes with it.
 */
export const heldByForum: readonly Held[] = [
  heldByDrafts,
  {
    table: forumPictures,
    name: { ja: 'フォーラムの画像', en: 'Pictures in the forum' },
    of: (subject) => of(forumPictures.accountId, subject),
    withheld: ['sha256', 'preview', 'position'],
    isMany: true,
    erase: (subject, most) => deleteSome(forumPictures, of(forumPictures.accountId, subject), most),
    async filesOf({ db }, subject) {
      const { id, accountId } = forumPictures;
      const rows = await db.read.select({ id }).from(forumPictures).where(of(accountId, subject));
      return rows.map((row) => row.id);
    },
    sweepFiles: sweepUploads,
  },
  gone(
    forumSubscriptions,
    forumSubscriptions.accountId,
    { ja: 'フォーラムの購読', en: 'What you follow in the forum' },
    ['toldUntil'],
  ),
  gone(forumReads, forumReads.accountId, { ja: '読んだスレッド', en: 'Threads that you read' }),
  {
    table: forumMeToos,
    name: { ja: '「同じ質問があります」', en: 'Questions that you shared' },
    of: (subject) => of(forumMeToos.accountId, subject),
    isMany: true,
    // How many shared it is a figure.
    erase: (subject, most) =>
      sql`update ${forumMeToos} set wording = null where rowid in (select rowid from ${forumMeToos}
        where ${of(forumMeToos.accountId, subject)} and ${forumMeToos.wording} is not null limit ${most})`,
  },
  {
    table: forumRevisions,
    name: { ja: '編集前の投稿', en: 'Posts before you edited them' },
    // What a moderator took out of a post was its author's, too.
    of: revisionsOf,
    withheld: ['accountId'],
    isMany: true,
    erase: (subject, most) => deleteSome(forumRevisions, revisionsOf(subject), most),
  },
  {
    table: forumThreads,
    name: { ja: 'フォーラムのスレッド', en: 'Threads that you began' },
    of: (subject) => of(forumThreads.authorId, subject),
    withheld: ['version'],
    isMany: true,
    // An answer of theirs solves nothing any more.
    erase: (subject, most) => {
      const isTheirs = of(forumThreads.authorId, subject);
      const isSolvedByThem = sql`${forumThreads.acceptedPostId} in (select post.id from ${forumPosts} as post where ${sql`post.author_id in ${membersOf(subject)}`})`;
      return sql`update ${forumThreads} set version = version + 1,
        visibility = case when ${isTheirs} and ${forumThreads.title} <> '' and not ${isAnswered} then 'removed' else visibility end,
        title = case when ${isTheirs} then '' else title end,
        accepted_post_id = case when ${isSolvedByThem} then null else accepted_post_id end
        where rowid in (select rowid from ${forumThreads} where ((${isTheirs} and ${forumThreads.title} <> '')
        or ${isSolvedByThem}) limit ${most})`;
    },
  },
  {
    table: forumPosts,
    name: { ja: 'フォーラムの投稿', en: 'Posts in the forum' },
    of: (subject) => of(forumPosts.authorId, subject),
    withheld: ['html', 'renderedAs', 'version'],
    isMany: true,
    erase: (subject, most, now) =>
      sql`update ${forumPosts} set body = '', html = '', seconds_typing = null, erased_at = ${now}, version = version + 1,
        visibility = case when (select thread.visibility from ${forumThreads} as thread
          where thread.opening_post_id = ${forumPosts.id}) = 'removed' then 'removed' else visibility end
        where rowid in (select rowid from ${forumPosts} where ${of(forumPosts.authorId, subject)}
        and ${forumPosts.erasedAt} is null limit ${most})`,
  },
  gone(forumMembers, forumMembers.accountId, { ja: 'フォーラムでの実績', en: 'What you have done in the forum' }, [
    'version',
  ]),
];

/** By others, for everybody to see. */
const isAnswered = sql`exists (select 1 from ${forumPosts} as answer where answer.thread_id = ${forumThreads.id}
  and answer.visibility = 'visible' and answer.author_id <> ${forumThreads.authorId})`;

/** A table with rows of members, which go with them. */
function gone(table: SQLiteTable, accountId: SQLiteColumn, name: Held['name'], withheld: readonly string[] = []): Held {
  const rows = (subject: Subject) => of(accountId, subject);
  return {
    table,
    name,
    of: rows,
    withheld,
    isMany: true,
    erase: (subject, most) => deleteSome(table, rows(subject), most),
  };
}

function of(accountId: SQLiteColumn, subject: Subject): SQL {
  return sql`${accountId} in ${membersOf(subject)}`;
}

function revisionsOf(subject: Subject): SQL {
  const theirs = sql`(select post.id from ${forumPosts} as post where post.author_id in ${membersOf(subject)})`;
  return sql`${forumRevisions.postId} in ${theirs}`;
}
