import type { Context } from 'hono';
import type { SignedInEnv } from '../access/allow.ts';
import type { Once } from '../db/idempotency.ts';
import type { Env } from '../http/env.ts';
import { onceFromForm } from '../http/once.ts';
import { countAddress, countIdentity } from '../limits/counted.ts';

/** Counts what is sent, by where it comes from and by whom, and says what makes a retry of it the same. */
export async function sendingOnce<E extends Env>(
  c: Context<E>,
  accountId: string,
  what: 'threads' | `posts:${number}`,
  sent: object,
  key?: string,
): Promise<Once> {
  await countAddress(c, 'forum-posts');
  await countIdentity(c, 'forum-posts-by-account', accountId);
  // A retry has taken longer to type.
  return onceFromForm(c, `forum-${what}:${accountId}`, { ...sent, secondsTyping: undefined }, key);
}

/** Counts a change of what is there: each is a write that everybody who reads the thread hears of. */
export async function countChange<E extends SignedInEnv>(c: Context<E>): Promise<void> {
  await countIdentity(c, 'forum-changes-by-account', c.get('account').id);
}
