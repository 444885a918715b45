import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';

/**
 * Refuses bodies of more bytes with `body-too-large`. One whose length is announced is not looked at, since the server reads
 * no further than that; one that is not is counted as it arrives.
 */
export function bodyOfAtMost(maxSize: number) {
  const counted = bodyLimit({ maxSize, onError: refuse });
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const announced = c.req.header('Content-Length');
    if (announced === undefined || c.req.header('Transfer-Encoding') !== undefined) return counted(c, next);
    if (!(Number(announced) <= maxSize)) refuse();
    return next();
  });
}

function refuse(): never {
  throw new Problem('body-too-large');
}
