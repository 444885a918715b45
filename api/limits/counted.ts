import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../http/env.ts';
import { tagged } from '../http/route-tags.ts';
import { networkOf, remoteAddress } from '../http/remote-address.ts';
import { refuseBeyond } from './limits.ts';
import type { LimitName } from './table.ts';

/**
 * Counts a request of an address, and says in the answer how it stands (draft-ietf-httpapi-ratelimit-headers).
 * Throws `too-many-tries`.
 */
export async function countAddress<E extends Env>(c: Context<E>, name: LimitName): Promise<void> {
  const standing = await c.get('services').limits.take(name, networkOf(remoteAddress(c)));
  const { most, windowSeconds, remaining, resetSeconds } = standing;
  c.header('RateLimit-Policy', `"${name}";q=${most};w=${windowSeconds}`, { append: true });
  c.header('RateLimit', `"${name}";r=${remaining};t=${resetSeconds}`, { append: true });
  refuseBeyond(standing, c.get('language'));
}

/**
 * Counts a request for an e-mail address or whatever else it is about. Nothing in the answer says how that stands: it
 * would tell about others. Throws `too-many-tries`.
 */
export async function countIdentity<E extends Env>(c: Context<E>, name: LimitName, whom: string): Promise<void> {
  refuseBeyond(await c.get('services').limits.take(name, whom.toLowerCase()), c.get('language'));
}

/** The same as `countAddress`, before a route. */
export function counted(name: LimitName) {
  const handler = createMiddleware<Env>(async (c, next) => {
    await countAddress(c, name);
    await next();
  });
  return tagged(handler, { isCounted: true });
}
