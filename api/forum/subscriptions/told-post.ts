import { and, eq, inArray } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Services } from '../../services.ts';
import type { PostRow, ThreadRow } from '../find-thread.ts';
import { repliesBefore, urlOf } from '../sent-post.ts';
import { textOf } from '../plain-text.ts';
import { forumMembers, forumPosts, forumThreads } from '../tables.ts';
import { titleOf } from '../thread-summary.ts';
import { isReached } from './subscribers.ts';

/** A post as a mail tells of it. */
export interface ToldPost {
  id: string;
  title: string;
  url: string;
  author: string;
  /** The beginning of it as plain text. */
  text: string;
  isOpening: boolean;
  isOfficial: boolean;
  thread: Pick<ThreadRow, 'id' | 'kind' | 'authorId' | 'board' | 'language'>;
}

const mostCharacters = 600;

/** Those of some posts that everybody sees at this moment, the oldest first. */
export async function toldPosts({ db }: Services, ids: readonly string[]): Promise<ToldPost[]> {
  const rows = await db.read
    .select({ post: forumPosts, thread: forumThreads, author: accounts.name, before: repliesBefore })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .innerJoin(accounts, eq(accounts.id, forumPosts.authorId))
    .where(
      and(
        inArray(forumPosts.id, [...ids]),
        eq(forumPosts.visibility, 'visible'),
        eq(forumThreads.visibility, 'visible'),
      ),
    )
    .orderBy(forumPosts.createdAt, forumPosts.id);
  // Of whoever was erased, nothing is left to tell.
  return rows
    .filter(({ post }) => post.erasedAt === null)
    .map(({ post, thread, author, before }) => told(post, thread, author, before));
}

function told(post: PostRow, thread: ThreadRow, author: string, before: number): ToldPost {
  const text = textOf(post.html);
  const shown = Array.from(text);
  return {
    id: post.id,
    title: titleOf(thread),
    url: urlOf(post, thread, before),
    author,
    text: shown.length > mostCharacters ? `${shown.slice(0, mostCharacters).join('').trimEnd()}…` : text,
    isOpening: thread.openingPostId === post.id,
    isOfficial: post.isOfficial,
    thread,
  };
}

/** Whether an account is mailed at this moment: it may have been suspended or erased since the mail was queued. */
export async function isStillReached({ db, clock }: Services, accountId: string): Promise<boolean> {
  const rows = await db.read
    .select({ id: accounts.id })
    .from(accounts)
    .leftJoin(forumMembers, eq(forumMembers.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), isReached(clock())));
  return rows.length > 0;
}
