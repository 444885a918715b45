import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

const compressing = compress();

/** Compresses answers for whoever takes them so; asked by nobody, Hono's own would still make each answer anew. */
export const compressed = createMiddleware<Env>(async (c, next) => {
  c.header('Vary', 'Accept-Encoding');
  return c.req.header('Accept-Encoding') === undefined ? next() : compressing(c, next);
});
