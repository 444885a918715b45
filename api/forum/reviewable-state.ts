import { and, eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { ReviewableState } from '../moderation/contract.ts';
import { reviewables } from '../moderation/tables.ts';

/** How moderators' work on a post stands; `null` if they never had any. */
export async function stateOf({ read }: Database, postId: string): Promise<ReviewableState | null> {
  const [found] = await read
    .select({ state: reviewables.state })
    .from(reviewables)
    .where(and(eq(reviewables.kind, 'post'), eq(reviewables.subjectId, postId)));
  return found?.state ?? null;
}
