import type { Context } from 'hono';
import type { Env } from './env.ts';

/** The network address a request came from. */
export function remoteAddress(c: Context<Env>): string {
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
