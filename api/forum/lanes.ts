import { sql } from 'drizzle-orm';
import type { ThreadLane } from './contract.ts';
import type { ThreadRow } from './find-thread.ts';

/** Where a thread stands. */
export function laneOf({
  archivedAt,
  acceptedPostId,
  replies,
}: Pick<ThreadRow, 'archivedAt' | 'acceptedPostId' | 'replies'>): ThreadLane {
  if (archivedAt !== null) return 'archived';
  if (acceptedPostId !== null) return 'solved';
  return replies > 0 ? 'answered' : 'unanswered';
}

/** The same in SQL, word for word as the indexes of questions have it. */
export const lane = sql`(case when archived_at is not null then 'archived' when accepted_post_id is not null then 'solved' when replies > 0 then 'answered' else 'unanswered' end)`;
