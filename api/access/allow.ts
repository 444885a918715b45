import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Account } from '../accounts/contract.ts';
import type { Env } from '../http/env.ts';
import { tagged } from '../http/route-tags.ts';
import { Problem } from '../problem.ts';
import { type Action, may } from './rules.ts';

/** What travels with a request of somebody who is signed in. */
export interface SignedInEnv extends Env {
  Variables: Env['Variables'] & { account: Account };
}

/**
 * The first handler of a route: lets nobody through who may not, before anything of the request is looked at. Stands at
 * each route itself, since the path of a prefix can be tricked. Throws `not-signed-in` or `not-allowed`.
 */
export function allow(action: Action) {
  const handler = createMiddleware<SignedInEnv>(async (c, next) => {
    c.set('account', await authorise(c, action));
    await next();
  });
  return tagged(handler, { action });
}

/** The account behind a request, if it may. Throws `not-signed-in` or `not-allowed`. */
export async function authorise<E extends Env>(c: Context<E>, action: Action): Promise<Account> {
  const account = await c.get('services').sessions.current(c);
  if (!account) throw new Problem('not-signed-in');
  if (!may(account.role, action)) throw new Problem('not-allowed');
  return account;
}

/**
 * The same for what somebody does who has given name and password, but still has to set up a second step before they
 * are in.
 */
export function allowWhileSettingUp(action: Action) {
  const handler = createMiddleware<SignedInEnv>(async (c, next) => {
    const session = await c.get('services').sessions.read(c);
    const isSettingUp = session?.stage === 'totp-set-up' && may(session.account.role, action);
    c.set('account', isSettingUp ? session.account : await authorise(c, action));
    await next();
  });
  return tagged(handler, { action });
}
