import { eq } from 'drizzle-orm';
import { html } from 'hono/html';
import type { Context } from 'hono';
import type { Env } from '../../http/env.ts';
import { maySee } from '../find-thread.ts';
import { forumThreads } from '../tables.ts';
import type { Surroundings } from './parts.ts';
import { pageTexts } from './texts.ts';

/** The site's own page for a thread that was removed (410); `null` for any other, and for whoever still sees it. */
export async function answerGone(
  c: Context<Env>,
  { services, language, reader }: Surroundings,
  number: number,
): Promise<Response | null> {
  const [row] = await services.db.read
    .select({ visibility: forumThreads.visibility, authorId: forumThreads.authorId })
    .from(forumThreads)
    .where(eq(forumThreads.number, number));
  if (row?.visibility !== 'removed' || maySee(row, reader)) return null;
  const page = await services.pages.filled(`/${language}/404/`, { 'problem-title': html`${pageTexts[language].gone}` });
  if (page === null) return null;
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex');
  return c.html(page, 410);
}
