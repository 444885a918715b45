import { and, eq, sql } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import type { Services } from '../../services.ts';
import { spamPairs } from '../tables.ts';
import { type Learnt, together } from './spam-score.ts';
import { startModel } from './start-model.ts';

/** After so many verdicts of one's own, what came with the portal weighs half of what it did. */
const halfAfterVerdicts = 200;

/**
 * What is known of some pairs: what came with the portal, fading as verdicts of its own moderators come in, and those. It
 * is read anew for each post, by the index, and only the pairs of that post: fresh in every process, and nothing to keep.
 */
export async function learntOf(
  { db }: Pick<Services, 'db'>,
  language: Language,
  pairs: readonly string[],
): Promise<Learnt> {
  const asked = JSON.stringify(['', ...pairs]);
  const rows = await db.read
    .select({ pair: spamPairs.pair, spam: spamPairs.spam, honest: spamPairs.honest })
    .from(spamPairs)
    .where(and(eq(spamPairs.language, language), sql`${spamPairs.pair} in (select value from json_each(${asked}))`));
  const own = new Map(rows.map(({ pair, spam, honest }) => [pair, { spam, honest }]));
  const posts = own.get('') ?? { spam: 0, honest: 0 };
  const start = startModel(language);
  const ofPost = new Map(
    pairs.flatMap((pair) => {
      const counts = start.pairs.get(pair);
      return counts ? [[pair, counts] as const] : [];
    }),
  );
  const weight = halfAfterVerdicts / (halfAfterVerdicts + posts.spam + posts.honest);
  return together({ posts: start.posts, pairs: ofPost }, weight, { posts, pairs: own });
}
