import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { readReplyTimes } from './measure.ts';

/** Measured once an hour. */
const freshSeconds = 600;

export const replyTimeRoutes = new Hono<Env>().get('/', async (c) => {
  const answer = c.json(await readReplyTimes(c.get('services')));
  answer.headers.set('Cache-Control', `public, max-age=${freshSeconds}`);
  return answer;
});
