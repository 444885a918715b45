import type { Context } from 'hono';
import type { SignedInEnv } from '../access/allow.ts';
import type { By } from './who.ts';

/** Who asks, for the audit log and for guards. */
export function byAccount(c: Context<SignedInEnv>): By & { name: string } {
  const { id: accountId, name } = c.get('account');
  return { accountId, name, requestId: c.get('requestId') };
}
