import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { forumThreads } from './tables.ts';

const day = 86_400_000;
const mostAtOnce = 500;

/** Closes threads in which nobody has written for as long as `forum.archiveAfterDays` says; pinned ones stay open. */
export async function archiveQuietThreads({ db, clock, portal }: Services): Promise<void> {
  const { forum } = portal();
  if (!forum) return;
  const now = clock();
  const quietSince = now - forum.archiveAfterDays * day;
  const { id, archivedAt, isPinned } = forumThreads;
  for (let changes = mostAtOnce; changes === mostAtOnce;) {
    const [result] = await db.write([
      sql`update ${forumThreads} set archived_at = ${now}, version = version + 1 where ${id} in (
        select ${id} from ${forumThreads} where ${archivedAt} is null and ${isPinned} = 0
        and max(last_post_at, coalesce(reopened_at, 0)) < ${quietSince} limit ${mostAtOnce})`,
    ]);
    changes = result?.changes ?? 0;
  }
}
