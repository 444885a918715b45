import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { counted } from '../limits/counted.ts';
import { Problem } from '../problem.ts';
import { challengePurposes } from './contract.ts';
import { giveTask } from './proof-of-work.ts';

export const challengeRoutes = new Hono<Env>().get('/:purpose', counted('challenges'), async (c) => {
  const purpose = challengePurposes.find((known) => known === c.req.param('purpose'));
  if (!purpose) throw new Problem('not-found');
  return c.json(await giveTask(c.get('services'), purpose));
});
