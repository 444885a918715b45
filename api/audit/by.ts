import type { Context } from 'hono';
import type { SignedInEnv } from '../access/allow.ts';

/** Who does something, in which request: as the audit log names it. */
export interface By {
  accountId: string;
  requestId: string;
}

/** The account behind a request that `allow` let through. */
export function by(c: Context<SignedInEnv>): By {
  return { accountId: c.get('account').id, requestId: c.get('requestId') };
}
