import { sql } from 'drizzle-orm';
import type { Services } from '../../services.ts';
import { threadUrl } from '../addresses.ts';
import { isListed } from '../list-threads.ts';
import { forumThreads } from '../tables.ts';

/** Threads of one map, by their numbers; at most 50,000 addresses may be in one (sitemaps.org). */
const perMap = 10_000;

/** The map of maps of the forum: the boards, and all threads that everybody sees, by their numbers. */
export async function sitemapIndex({ db, publicUrl }: Services): Promise<string> {
  const [row] = await db.read.values<[number]>(sql`select coalesce(max(number), 0) from forum_threads`);
  const count = Math.max(1, Math.ceil((row?.[0] ?? 0) / perMap));
  const maps = Array.from(
    { length: count },
    (_, index) => `<sitemap><loc>${publicUrl}/forum/sitemap-${index + 1}.xml</loc></sitemap>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps.join('\n')}
</sitemapindex>
`;
}

/** One of them, counted from 1; `null` where there is none. */
export async function sitemapOf(services: Services, map: number): Promise<string | null> {
  const { db, publicUrl } = services;
  const from = (map - 1) * perMap;
  const { number, language, lastPostAt } = forumThreads;
  const threads = await db.read
    .select({ number, language, lastPostAt })
    .from(forumThreads)
    .where(sql`${number} > ${from} and ${number} <= ${from + perMap} and ${isListed}`)
    .orderBy(number);
  if (map > 1 && threads.length === 0) return null;
  const lists = map === 1 ? await listedBoards(services) : [];
  const entries = [
    ...lists.map((address) => `<url><loc>${publicUrl}${address}</loc></url>`),
    ...threads.map(
      (thread) =>
        `<url><loc>${publicUrl}${threadUrl(thread)}</loc><lastmod>${new Date(thread.lastPostAt).toISOString()}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
}

/** The lists that have threads in them. */
async function listedBoards({ db, portal, languages }: Services): Promise<string[]> {
  const boards = portal().forum?.boards ?? [];
  const asked = languages().flatMap((language) => boards.map((board) => ({ language, board })));
  const found = await Promise.all(
    asked.map(async ({ language, board }) => {
      const [row] = await db.read
        .select({ id: forumThreads.id })
        .from(forumThreads)
        .where(sql`${forumThreads.language} = ${language} and ${forumThreads.board} = ${board} and ${isListed}`)
        .limit(1);
      return row ? { language, board } : null;
    }),
  );
  const there = found.filter((one) => one !== null);
  const all = [...new Set(there.map(({ language }) => language))].map((language) => `/${language}/forum/`);
  return [...all, ...there.map(({ language, board }) => `/${language}/forum/${board}/`)];
}
