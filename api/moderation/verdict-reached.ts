import { eq, type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import { forumPosts, forumThreads } from '../forum/tables.ts';
import type { Services } from '../services.ts';
import type { DecisionAction } from './contract.ts';
import { learningStatements, type Verdict } from './reviewers/learning.ts';

/** What a moderator said of a post, or took back. */
export interface ReachedVerdict {
  postId: string;
  /** `undone` when it is taken back: whatever was learnt from it is unlearnt. */
  action: DecisionAction | 'undone';
  rule: string | null;
  /** Why it was in the queue: reasons of reviewers and of flags. */
  reasons: readonly string[];
}

/**
 * What is learnt from verdicts, as statements for the write of the verdicts themselves; `isWritten` is the guard that a post
 * was decided on by that very write.
 */
export async function verdictReached(
  services: Services,
  verdicts: readonly ReachedVerdict[],
  isWritten: (postId: string) => SQL,
): Promise<Statement[]> {
  const ids = JSON.stringify(verdicts.map(({ postId }) => postId));
  const rows = await services.db.read
    .select({ post: forumPosts, thread: forumThreads })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .where(sql`${forumPosts.id} in (select value from json_each(${ids}))`);
  return rows.flatMap(({ post, thread }) => {
    const reached = verdicts.find(({ postId }) => postId === post.id);
    const title = thread.openingPostId === post.id ? thread.title : '';
    const verdict = reached ? foundToBe(reached) : null;
    return learningStatements(
      services,
      { postId: post.id, language: thread.language, title, body: post.body, verdict },
      isWritten(post.id),
    );
  });
}

/** Only what is shown is honest, and only what was refused as advertising is spam; a rude post is neither. */
function foundToBe({ action, rule, reasons }: ReachedVerdict): Verdict['verdict'] {
  if (action === 'approve' || action === 'restore') return 'honest';
  if (action !== 'reject' && action !== 'remove') return null;
  const isSpam =
    reasons.some((reason) => reason === 'spam' || reason === 'spam-filter') || /advert|spam/.test(rule ?? '');
  return isSpam ? 'spam' : null;
}
