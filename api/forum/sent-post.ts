import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { reviewables, reviewReasons } from '../moderation/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { postUrl, threadUrl } from './addresses.ts';
import type { SentPost } from './contract.ts';
import type { PostRow, ThreadRow } from './find-thread.ts';
import { heldText } from './held-texts.ts';
import { pageOfReply } from './paging.ts';
import { forumPosts, forumThreads } from './tables.ts';

/** A post as its author is told of it after sending it. Throws `not-found`. */
export async function sentPost({ db }: Services, id: string): Promise<SentPost> {
  const [found] = await db.read
    .select({ post: forumPosts, thread: forumThreads, before: repliesBefore })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .where(eq(forumPosts.id, id));
  if (!found) throw new Problem('not-found');
  const { post, thread, before } = found;
  const reason = post.visibility === 'pending' ? await reasonOf(db, id) : null;
  return {
    id,
    thread: thread.number,
    url: urlOf(post, thread, before),
    visibility: post.visibility,
    held: post.visibility === 'pending' ? heldText(thread.language, reason) : null,
  };
}

/** Replies that stand before a post, for its author. */
export const repliesBefore = sql<number>`(select count(*) from ${forumPosts} as earlier
  where earlier.thread_id = ${forumPosts.threadId} and earlier.id <> ${forumThreads.openingPostId}
  and (earlier.created_at, earlier.id) < (${forumPosts.createdAt}, ${forumPosts.id})
  and (earlier.visibility = 'visible' or earlier.author_id = ${forumPosts.authorId}))`;

/** Where a post stands: the opening one at the address of its thread. */
export function urlOf(post: Pick<PostRow, 'id'>, thread: ThreadRow, repliesBeforeIt: number): string {
  if (post.id === thread.openingPostId) return threadUrl(thread);
  return postUrl(thread, post.id, pageOfReply(repliesBeforeIt));
}

async function reasonOf(db: Services['db'], postId: string): Promise<string | null> {
  const { kind, subjectId } = reviewables;
  const [found] = await db.read
    .select({ reason: reviewReasons.reason })
    .from(reviewables)
    .innerJoin(reviewReasons, eq(reviewReasons.reviewableId, reviewables.id))
    .where(and(eq(kind, 'post'), eq(subjectId, postId), eq(reviewReasons.kind, 'queue'), isNull(reviewReasons.outcome)))
    .orderBy(desc(reviewReasons.createdAt))
    .limit(1);
  return found?.reason ?? null;
}
