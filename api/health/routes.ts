import { type Context, Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { readinessOf } from './readiness.ts';

/** For whoever watches over the process: `/healthz` says that it lives, `/readyz` whether to send it requests. */
export const healthRoutes = new Hono<Env>()
  .get('/healthz', (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok' });
  })
  .get('/readyz', async (c: Context<Env>) => {
    const readiness = await readinessOf(c.get('services'));
    c.header('Cache-Control', 'no-store');
    return c.json(readiness, readiness.status === 'ready' ? 200 : 503);
  });
