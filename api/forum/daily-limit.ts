import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { limitsByLevel, limitsOf } from './members/levels.ts';
import { forumMembers, forumPosts } from './tables.ts';

const day = 86_400_000;

/** Throws `too-many-tries` once somebody has sent as many posts in a day as their level may, with the time to wait. */
export async function checkDailyLimit(
  { db, clock }: Services,
  accountId: string,
  level: number,
  language: Language,
): Promise<void> {
  const { postsPerDay } = limitsOf(level);
  const now = clock();
  const rows = await db.read
    .select({ createdAt: forumPosts.createdAt })
    .from(forumPosts)
    .where(and(eq(forumPosts.authorId, accountId), gt(forumPosts.createdAt, now - day)))
    .orderBy(asc(forumPosts.createdAt))
    .limit(postsPerDay);
  const [earliest] = rows;
  if (rows.length < postsPerDay || !earliest) return;
  const retryAfterSeconds = Math.ceil((earliest.createdAt + day - now) / 1000);
  throw new Problem('too-many-tries', { detail: texts[language](postsPerDay), retryAfterSeconds });
}

const mostByLevel = JSON.stringify(limitsByLevel.map(({ postsPerDay }) => postsPerDay));

/** The same as a condition, at the moment of writing: several may be sent at once. */
export function isWithinDay({ clock }: Pick<Services, 'clock'>, accountId: string): SQL {
  const level = sql`coalesce((select ${forumMembers.level} from ${forumMembers} where ${forumMembers.accountId} = ${accountId}), 0)`;
  return sql`(select count(*) from ${forumPosts} where ${forumPosts.authorId} = ${accountId}
    and ${forumPosts.createdAt} > ${clock() - day}) < json_extract(${mostByLevel}, '$[' || ${level} || ']')`;
}

const texts: Record<Language, (most: number) => string> = {
  ja: (most) => `1日に投稿できるのは${most}件までです。続きは、あす以降にお願いします。`,
  en: (most) => `You can send up to ${most} posts a day. Please go on tomorrow.`,
};
