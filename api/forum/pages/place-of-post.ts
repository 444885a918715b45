import { eq } from 'drizzle-orm';
import type { Services } from '../../services.ts';
import { type PostRow, postAt, type ThreadRow } from '../find-thread.ts';
import { repliesBefore, urlOf } from '../sent-post.ts';
import { forumPosts, forumThreads } from '../tables.ts';
import type { Viewer } from '../viewer.ts';

/** The address of a post on the right page of its thread, and the post. Throws `not-found`. */
export async function placeOfPost(
  services: Services,
  id: string,
  viewer: Viewer,
): Promise<{ post: PostRow; thread: ThreadRow; url: string }> {
  const found = await postAt(services, id, viewer);
  return { ...found, url: await addressOfPost(services, found.post, found.thread) };
}

export async function addressOfPost({ db }: Services, post: Pick<PostRow, 'id'>, thread: ThreadRow): Promise<string> {
  const [row] = await db.read
    .select({ before: repliesBefore })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .where(eq(forumPosts.id, post.id));
  return urlOf(post, thread, row?.before ?? 0);
}
