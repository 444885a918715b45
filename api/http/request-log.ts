import { channel } from 'node:diagnostics_channel';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Role } from '../access/rules.ts';
import { networkOf } from '../log/network.ts';
import type { Env } from './env.ts';
import { remoteAddress } from './remote-address.ts';

/** What is known of a request once its answer begins; published on `answeredRequests`. */
export interface AnsweredRequest {
  method: string;
  /** The pattern of the route, such as `/api/tickets/:reference`: an address may hold what opens something. */
  route: string;
  status: number;
  ms: number;
}

/** Where requests are counted. */
export const answeredRequests = channel('madoguchi:answered-request');

/**
 * Gives every request an id of our own making (a foreign one is not believed), which its answer carries in `X-Request-Id`,
 * and a line in the log: never its address, query, headers or body. `ms` counts until the answer begins.
 */
export const requestLog = createMiddleware<Env>(async (c, next) => {
  const started = performance.now();
  const { random, log } = c.get('services');
  const requestId = random(8).toString('hex');
  c.set('requestId', requestId);
  await next();
  c.res.headers.set('X-Request-Id', requestId);

  const ms = Math.round((performance.now() - started) * 10) / 10;
  const answered: AnsweredRequest = { method: c.req.method, route: routeOf(c), status: c.res.status, ms };
  if (answeredRequests.hasSubscribers) answeredRequests.publish(answered);
  const isProbe = answered.route === '/healthz' || answered.route === '/readyz';
  log[isProbe ? 'debug' : 'info'](
    { requestId, ...answered, network: networkOf(remoteAddress(c)), ...(roleOf(c) ? { role: roleOf(c) } : {}) },
    'request',
  );
});

/** The pattern behind a request; `/*` stands for the files of the build, and for what is not there. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).at(-1)?.path ?? '/*';
}

/** The role of who is signed in, where the route asked for it. */
function roleOf(c: Context<Env>): Role | undefined {
  return (c.get('account' as never) as { role: Role } | undefined)?.role;
}
