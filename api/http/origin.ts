import { createMiddleware } from 'hono/factory';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What pages of other sites may send, as `POST /api/…`: nothing so far. A form embedded elsewhere would stand here. */
const openToOtherSites: ReadonlySet<string> = new Set();

/**
 * Refuses what another site makes a browser send (OWASP ASVS 5.0 3.5). Whatever the browser says of where a request
 * comes from has to say that it is ours: Sec-Fetch-Site, Origin, and Referer where there is neither. Which origins are
 * ours, the configuration says; the Host header is the sender's. A request with none of the three comes from no browser
 * and carries nobody's cookie.
 */
export const sameOriginOnly = createMiddleware<Env>(async (c, next) => {
  if (safeMethods.has(c.req.method) || openToOtherSites.has(`${c.req.method} ${c.req.path}`)) return next();
  const { isOwnOrigin } = c.get('services');
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const referer = c.req.header('Referer');
  const isForeign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && !isOwnOrigin(origin)) ||
    (site === undefined && origin === undefined && referer !== undefined && !isOwnOrigin(originOf(referer)));
  if (isForeign) throw new Problem('foreign-origin');
  return next();
});

/**
 * The origins that are ours: where readers are, and any others that the configuration names. On a developer's own
 * machine, every name of the machine.
 */
export function ownOrigins(publicUrl: string, others: readonly string[] = []): (origin: string) => boolean {
  const known = new Set([publicUrl, ...others]);
  const { protocol, hostname, port } = new URL(publicUrl);
  if (isLoopback(hostname)) {
    for (const name of loopbackNames) known.add(new URL(`${protocol}//${name}:${port}`).origin);
  }
  return (origin) => known.has(origin);
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a name of a host is one of this machine's own. */
export function isLoopback(hostname: string): boolean {
  return loopbackNames.includes(hostname);
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}
