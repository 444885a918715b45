import { Hono } from 'hono';
import type { Env } from '../../http/env.ts';
import { query } from '../../http/input.ts';
import { similarQuery, threadSearchQuery } from './contract.ts';
import { findThreads } from './find-threads.ts';
import { similarTo } from './similar.ts';

/** What threads are found by; everybody searches. */
export const threadSearchRoutes = new Hono<Env>()
  .get('/similar', query(similarQuery), async (c) => {
    const { title, language = c.get('language') } = c.req.valid('query');
    return c.json(await similarTo(c.get('services'), language, title));
  })
  .get('/search', query(threadSearchQuery), async (c) => {
    const { q, language = c.get('language'), most, board } = c.req.valid('query');
    return c.json({ threads: await findThreads(c.get('services'), language, q, { most, board }) });
  });
