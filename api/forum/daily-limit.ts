import { and, asc, eq, gt } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { limitsOf } from './members/levels.ts';
import { forumPosts } from './tables.ts';

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

const texts: Record<Language, (most: number) => string> = {
  ja: (most) => `1日に投稿できるのは${most}件までです。続きは、あす以降にお願いします。`,
  en: (most) => `You can send up to ${most} posts a day. Please go on tomorrow.`,
};
