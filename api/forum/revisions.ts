import { desc, eq } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Services } from '../services.ts';
import type { Revision } from './contract.ts';
import { postAt } from './find-thread.ts';
import { forumRevisions } from './tables.ts';
import { isModerator, type Viewer } from './viewer.ts';

/**
 * How a post was changed, latest first: by whom, when and why. What it said before, only its author and moderators read:
 * edits take away what should not have been public. Throws `not-found`.
 */
export async function revisionsOf(services: Services, id: string, viewer: Viewer): Promise<Revision[]> {
  const { post } = await postAt(services, id, viewer);
  const maySeeText = post.authorId === viewer?.id || isModerator(viewer);
  const rows = await services.db.read
    .select({ revision: forumRevisions, by: accounts.name })
    .from(forumRevisions)
    .innerJoin(accounts, eq(accounts.id, forumRevisions.accountId))
    .where(eq(forumRevisions.postId, id))
    .orderBy(desc(forumRevisions.createdAt), desc(forumRevisions.id))
    .limit(100);
  return rows.map(({ revision: { title, body, reason, createdAt }, by }) => ({
    title: maySeeText ? title : null,
    body: maySeeText ? body : null,
    by,
    reason,
    at: createdAt,
  }));
}
