import type { Context } from 'hono';
import type { SignedInEnv } from '../access/allow.ts';
import type { By } from './who.ts';

/** The account behind a request that `allow` let through, as whoever does what it asks for. */
export function byAccount(c: Context<SignedInEnv>): By & { name: string } {
  const { id: accountId, name } = c.get('account');
  return { accountId, name, requestId: c.get('requestId') };
}
