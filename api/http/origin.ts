import { createMiddleware } from 'hono/factory';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send (OWASP ASVS 5.0 3.5): Sec-Fetch-Site where the browser says it, else
 * Origin. A request with neither comes from no browser and carries nobody's cookie.
 */
export const sameOriginOnly = createMiddleware<Env>(async (c, next) => {
  if (safeMethods.has(c.req.method)) return next();
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new Problem('foreign-origin');
    return next();
  }
  const origin = c.req.header('Origin');
  if (origin !== undefined && origin !== c.get('services').publicUrl && !isOwnHost(origin, c.req.header('Host'))) {
    throw new Problem('foreign-origin');
  }
  return next();
});

function isOwnHost(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host;
  } catch {
    return false;
  }
}
