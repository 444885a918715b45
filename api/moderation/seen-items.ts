import { and, eq, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { Role } from '../access/rules.ts';
import { accounts } from '../accounts/tables.ts';
import { forumPosts } from '../forum/tables.ts';
import type { Services } from '../services.ts';
import type { Standing } from './states.ts';
import { reviewables } from './tables.ts';

/** A reviewable as it stands now, with whose it is. */
export interface SeenItem extends Standing {
  id: string;
  version: number;
  postId: string | null;
  claimedBy: string | null;
  claimedUntil: number | null;
  hasAppeal: boolean;
  /** Why it is in the queue, as far as nobody has decided. */
  reasons: string[];
  author: { id: string; role: Role; email: string; name: string; language: Language; isActive: boolean };
}

/** Reviewables by their ids, as they stand; those that are not there are left out. */
export async function seenItems({ db }: Services, ids: readonly string[]): Promise<SeenItem[]> {
  const rows = await db.read
    .select({
      row: reviewables,
      post: { id: forumPosts.id, visibility: forumPosts.visibility },
      author: accounts,
      hasAppeal: sql<number>`exists (select 1 from appeals where appeals.reviewable_id = ${reviewables.id} and appeals.state = 'open')`,
      reasons: sql<string>`(select json_group_array(reason.reason) from review_reasons as reason
        where reason.reviewable_id = ${reviewables.id} and reason.outcome is null)`,
    })
    .from(reviewables)
    .innerJoin(accounts, eq(accounts.id, reviewables.authorId))
    .leftJoin(forumPosts, and(eq(reviewables.kind, 'post'), eq(forumPosts.id, reviewables.subjectId)))
    .where(sql`${reviewables.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return rows.map(({ row, post, author, hasAppeal, reasons }) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    visibility: post?.visibility ?? null,
    version: row.version,
    postId: post?.id ?? null,
    claimedBy: row.claimedBy,
    claimedUntil: row.claimedUntil,
    hasAppeal: Boolean(hasAppeal),
    reasons: JSON.parse(reasons) as string[],
    author: {
      id: author.id,
      role: author.role,
      email: author.email,
      name: author.name,
      language: author.language,
      isActive: author.state === 'active',
    },
  }));
}
