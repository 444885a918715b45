import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { remoteAddress } from '../http/remote-address.ts';
import { countAddress } from '../limits/counted.ts';
import type { LimitName } from '../limits/table.ts';

/**
 * Counts somebody who asks for a link to an address, by where they come from, too: each address they name may be another
 * stranger's. Throws `too-many-tries`.
 */
export async function countAsk(
  c: Context<Env>,
  email: string,
  limit: Extract<LimitName, 'sign-in-links-by-address' | 'registrations-by-address'>,
): Promise<void> {
  await countAddress(c, limit);
  await c.get('services').signInLimits.count(remoteAddress(c), `a link for ${email}`);
}

/**
 * Counts somebody who tries a link, by where they come from alone: nobody else's tries count against them. Throws
 * `too-many-tries`.
 */
export async function countTry(c: Context<Env>): Promise<void> {
  await c.get('services').signInLimits.count(remoteAddress(c), `a link from ${remoteAddress(c)}`);
}

/** A link that worked does not count: a whole office comes from one address. */
export async function forgiveTry(c: Context<Env>): Promise<void> {
  await c.get('services').signInLimits.forgive(remoteAddress(c), `a link from ${remoteAddress(c)}`);
}
