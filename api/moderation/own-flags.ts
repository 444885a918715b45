import { and, desc, eq } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { forumPosts, forumThreads } from '../forum/tables.ts';
import type { Services } from '../services.ts';
import type { FlagReason } from './contract.ts';
import { reviewables, reviewReasons } from './tables.ts';

const mostFlags = 20;

/** A post that somebody reported, and what came of it. */
export interface OwnFlag {
  /** The title of its thread. */
  title: string;
  /** `null` while not everybody sees it. */
  url: string | null;
  reason: FlagReason;
  /** `null` until a moderator has decided. */
  outcome: (typeof reviewReasons.$inferSelect)['outcome'];
  createdAt: number;
}

/** The latest posts that somebody reported and did not take back, the latest first. */
export async function ownFlags({ db }: Services, { id }: Pick<Account, 'id'>): Promise<OwnFlag[]> {
  const rows = await db.read
    .select({ flag: reviewReasons, post: forumPosts, thread: forumThreads })
    .from(reviewReasons)
    .innerJoin(reviewables, eq(reviewables.id, reviewReasons.reviewableId))
    .innerJoin(forumPosts, eq(forumPosts.id, reviewables.subjectId))
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .where(and(eq(reviewReasons.accountId, id), eq(reviewReasons.kind, 'flag')))
    .orderBy(desc(reviewReasons.createdAt))
    .limit(mostFlags);
  return rows.map(({ flag, post, thread }) => ({
    title: thread.title,
    url: post.visibility === 'visible' ? `/${thread.language}/forum/posts/${post.id}/` : null,
    reason: flag.reason as FlagReason,
    outcome: flag.outcome,
    createdAt: flag.createdAt,
  }));
}
