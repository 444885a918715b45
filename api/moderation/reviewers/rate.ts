import { and, eq, gt, sql } from 'drizzle-orm';
import { limitsOf } from '../../forum/members/levels.ts';
import { forumPosts } from '../../forum/tables.ts';
import type { Reviewer } from '../reviewer.ts';

const spanMs = 600_000;

/** Many posts in a short time. The limits of `api/limits` end it for everybody. */
export const rate: Reviewer = {
  name: 'rate',
  look: async ({ db, clock }, { author: { accountId, level }, isEdit }) => {
    if (isEdit) return null;
    const most = limitsOf(level).postsInTenMinutes;
    const [found] = await db.read
      .select({ posts: sql<number>`count(*)` })
      .from(forumPosts)
      .where(and(eq(forumPosts.authorId, accountId), gt(forumPosts.createdAt, clock() - spanMs)));
    const posts = (found?.posts ?? 0) + 1;
    if (posts <= most) return null;
    return { verdict: 'queue', reason: 'rate', detail: `${posts} / ${spanMs / 60_000} min`, weight: 0.3 };
  },
};
