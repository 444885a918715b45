import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { Services } from '../services.ts';
import { threadUrl } from './addresses.ts';
import { authorJson, authorOf, type AuthorRow } from './authors.ts';
import type { ForumAuthor, ThreadSummary } from './contract.ts';
import type { ThreadRow } from './find-thread.ts';
import { laneOf } from './lanes.ts';
import { excerptOf } from './plain-text.ts';

/** JSON of SQLite has numbers for what is true or not. */
type ListedThread = Omit<ThreadSummary, 'url' | 'excerpt' | 'author' | 'lane' | 'isLocked' | 'isPinned'> &
  Pick<ThreadRow, 'archivedAt' | 'acceptedPostId'> &
  Record<'isLocked' | 'isPinned', boolean | number>;

interface SummaryRow {
  thread: ListedThread;
  author: AuthorRow;
  /** As much of the opening post's HTML as an excerpt can be made of. */
  beginning: string;
}

/** A row as JSON, which is read many times faster than column by column. */
const row = `json_object(
  'thread', json_object('number', forum_threads.number, 'language', forum_threads.language, 'board', forum_threads.board,
    'kind', forum_threads.kind, 'title', forum_threads.title, 'isLocked', forum_threads.is_locked,
    'isPinned', forum_threads.is_pinned, 'replies', forum_threads.replies, 'meToos', forum_threads.me_toos,
    'createdAt', forum_threads.created_at, 'lastPostAt', forum_threads.last_post_at,
    'archivedAt', forum_threads.archived_at, 'acceptedPostId', forum_threads.accepted_post_id),
  'author', ${authorJson},
  'beginning', substr(opening.html, 1, 500))`;

/** A select of threads as lists show them, as one JSON text; `ids` is a select of theirs, `order` that of the columns. */
export function summariesAsJson(ids: SQL, order: SQL): SQL {
  return sql`select coalesce(json_group_array(json(listed.thread)), '[]') from (
    select ${sql.raw(row)} as thread from forum_threads
      inner join forum_posts as opening on opening.id = forum_threads.opening_post_id
      inner join accounts on accounts.id = forum_threads.author_id
      left join forum_members on forum_members.account_id = forum_threads.author_id
    where forum_threads.id in (${ids}) order by ${order}) as listed`;
}

/** The latest first. */
export const latestFirst = sql.raw('forum_threads.last_post_at desc, forum_threads.id desc');

/** Threads as lists show them, of a select of their ids. */
export async function summariesOf({ db }: Services, ids: SQL, order: SQL = latestFirst): Promise<ThreadSummary[]> {
  const [found] = await db.read.values<[string]>(summariesAsJson(ids, order));
  return summariesIn(found?.[0] ?? '[]');
}

/** What `summariesAsJson` gave back. */
export function summariesIn(json: string): ThreadSummary[] {
  return (JSON.parse(json) as SummaryRow[]).map(({ thread, author, beginning }) =>
    summaryOf(thread, authorOf(author), beginning),
  );
}

/** A thread as lists show it; `beginning` is that of the opening post’s HTML. */
export function summaryOf(thread: ListedThread, author: ForumAuthor, beginning: string): ThreadSummary {
  const { number, language, board, kind, isLocked, isPinned, replies, meToos, createdAt, lastPostAt } = thread;
  return {
    number,
    url: threadUrl(thread),
    language,
    board,
    kind,
    title: titleOf(thread),
    excerpt: excerptOf(beginning),
    author,
    lane: laneOf(thread),
    isLocked: Boolean(isLocked),
    isPinned: Boolean(isPinned),
    replies,
    meToos,
    createdAt,
    lastPostAt,
  };
}

/** What a thread is called; one whose title went with its author still needs a name. */
export function titleOf({ title, language }: { title: string; language: Language }): string {
  return title || { ja: '（消去された質問）', en: '(A question that was erased)' }[language];
}
