import { and, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import { forumPosts } from '../../forum/tables.ts';
import type { Statement } from '../../db/statements.ts';
import type { Services } from '../../services.ts';
import type { Reviewer, Submission } from '../reviewer.ts';
import { forumFingerprints } from '../tables.ts';
import { fingerprintOf } from './fingerprint.ts';

const dayMs = 86_400_000;
/** How long a post is remembered. */
const rememberedMs = 7 * dayMs;
/** Of six hashes. */
const nearlyTheSame = 4;
const theSame = 6;
/** The same text by the same author within this was sent twice. */
const sentTwiceMs = 600_000;

/**
 * The same text, or nearly the same, that somebody sent within a week: what robots do, and people who ask on two boards.
 * Sent twice within minutes by the same author, it is refused: it is there already.
 */
export const duplicates: Reviewer = {
  name: 'duplicates',
  look: async ({ db, clock }, { postId, body, isEdit, author }) => {
    const hashes = fingerprintOf(body);
    if (isEdit || hashes.length === 0) return null;
    const now = clock();
    const agreeing = sql<number>`count(*)`;
    const [found] = await db.read
      .select({ postId: forumPosts.id, authorId: forumPosts.authorId, createdAt: forumPosts.createdAt, agreeing })
      .from(forumFingerprints)
      .innerJoin(forumPosts, eq(forumPosts.id, forumFingerprints.postId))
      .where(
        and(
          sql`${forumFingerprints.hash} in (select value from json_each(${JSON.stringify(hashes)}))`,
          gt(forumFingerprints.createdAt, now - rememberedMs),
          ne(forumFingerprints.postId, postId),
        ),
      )
      .groupBy(forumPosts.id)
      .having(sql`count(*) >= ${nearlyTheSame}`)
      .orderBy(sql`count(*) desc, ${forumPosts.createdAt} desc`)
      .limit(1);
    if (!found) return null;
    const isOwn = found.authorId === author.accountId;
    const isSentTwice = isOwn && found.agreeing === theSame && found.createdAt > now - sentTwiceMs;
    return {
      verdict: isSentTwice ? 'refuse' : 'queue',
      reason: 'duplicate',
      detail: found.postId,
      weight: isOwn ? 0.5 : 0.8,
    };
  },
};

/** What a new post is recognised by later, for the same write as the post; what is too old goes with it. */
export function rememberedStatements(
  { clock }: Pick<Services, 'clock'>,
  { postId, body }: Pick<Submission, 'postId' | 'body'>,
  guard: SQL,
): Statement[] {
  const now = clock();
  const hashes = fingerprintOf(body);
  if (hashes.length === 0) return [];
  const { createdAt } = forumFingerprints;
  return [
    sql`insert into ${forumFingerprints} (post_id, hash, created_at)
      select ${postId}, value, ${now} from json_each(${JSON.stringify(hashes)}) where ${guard}
      on conflict (post_id, hash) do nothing`,
    sql`delete from ${forumFingerprints} where rowid in (select rowid from ${forumFingerprints}
      where ${createdAt} < ${now - rememberedMs} limit 60) and ${guard}`,
  ];
}
