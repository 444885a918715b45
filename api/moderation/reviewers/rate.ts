import { and, eq, gt, sql } from 'drizzle-orm';
import { forumPosts } from '../../forum/tables.ts';
import type { Reviewer } from '../reviewer.ts';

const spanMs = 600_000;
/** How many posts in ten minutes nobody looks at, by level. The limits of `api/limits` end it for everybody. */
const mostByLevel = [3, 6, 10, 20] as const;

/** Many posts in a short time. */
export const rate: Reviewer = {
  name: 'rate',
  look: async ({ db, clock }, { author: { accountId, level }, isEdit }) => {
    if (isEdit) return null;
    const most = mostByLevel[level as 0 | 1 | 2 | 3] ?? mostByLevel[0];
    const [found] = await db.read
      .select({ posts: sql<number>`count(*)` })
      .from(forumPosts)
      .where(and(eq(forumPosts.authorId, accountId), gt(forumPosts.createdAt, clock() - spanMs)));
    const posts = (found?.posts ?? 0) + 1;
    if (posts <= most) return null;
    return { verdict: 'queue', reason: 'rate', detail: `${posts} / ${spanMs / 60_000} min`, weight: 0.3 };
  },
};
