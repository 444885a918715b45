import { type Context, Hono } from 'hono';
import { answerWithComposed } from '../http/composed.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../problem.ts';

/** What everybody may read: the same files that are exported, from memory. */
export const publicNoticeRoutes = new Hono<Env>()
  .get('/notices/:file', answer)
  .get('/:language{ja|en}/notices/', answer)
  .get('/:language{ja|en}/notices', (c) => c.redirect(`/${c.req.param('language')}/notices/`, 308))
  .get('/:language{ja|en}/notices/feed.xml', answer);

async function answer(c: Context<Env>): Promise<Response> {
  const file = await c.get('services').noticeBoard.file(c.req.path);
  if (!file) throw new Problem('not-found');
  return answerWithComposed(c, file);
}
