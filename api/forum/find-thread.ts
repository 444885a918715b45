import { eq } from 'drizzle-orm';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { forumPosts, forumThreads } from './tables.ts';
import { isModerator, type Viewer } from './viewer.ts';

export type ThreadRow = typeof forumThreads.$inferSelect;
export type PostRow = typeof forumPosts.$inferSelect;

const mostMerges = 20;

/**
 * The thread with a number, or the one it went into: its own number then is another. Who may not see it is told that
 * there is none. Throws `not-found`.
 */
export async function threadAt({ db }: Services, number: number, viewer: Viewer): Promise<ThreadRow> {
  let [row] = await db.read.select().from(forumThreads).where(eq(forumThreads.number, number));
  for (let hop = 0; row && row.mergedIntoId !== null && hop < mostMerges; hop += 1) {
    [row] = await db.read.select().from(forumThreads).where(eq(forumThreads.id, row.mergedIntoId));
  }
  if (!row || !maySee(row, viewer)) throw new Problem('not-found');
  return row;
}

/** A post and its thread, for whoever may see both. Throws `not-found`. */
export async function postAt(
  { db }: Services,
  id: string,
  viewer: Viewer,
): Promise<{ post: PostRow; thread: ThreadRow }> {
  const [found] = await db.read
    .select({ post: forumPosts, thread: forumThreads })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .where(eq(forumPosts.id, id));
  // Beneath a thread that is out of sight nobody finds anything but what they wrote.
  const isOwn = found?.post.authorId === viewer?.id && viewer !== null;
  if (!found || !maySee(found.post, viewer) || !(isOwn || maySee(found.thread, viewer))) throw new Problem('not-found');
  return found;
}

/** What everybody sees, its author and moderators see, too, when nobody else does. */
export function maySee({ visibility, authorId }: Pick<PostRow, 'visibility' | 'authorId'>, viewer: Viewer): boolean {
  return visibility === 'visible' || authorId === viewer?.id || isModerator(viewer);
}
