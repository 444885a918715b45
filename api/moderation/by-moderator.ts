import type { Context } from 'hono';
import type { SignedInEnv } from '../access/allow.ts';
import type { Moderator } from './decisions.ts';

/** Whoever moderates by a request, with the role by which they may. */
export function byModerator(c: Context<SignedInEnv>): Moderator {
  const { id: accountId, role } = c.get('account');
  return { accountId, role, requestId: c.get('requestId') };
}
