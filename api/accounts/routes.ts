import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import { type Account, setupInput, signInInput } from './contract.ts';
import { createOwner } from './setup.ts';
import { checkCredentials } from './sign-in.ts';

export const accountRoutes = new Hono<Env>()
  .post('/setup', input(setupInput), async (c) => {
    const { db, clock, sessions, signInLimits } = c.get('services');
    const setup = c.req.valid('json');
    await signInLimits.count(remoteAddress(c), setup.email);
    const account = await createOwner(db, setup, clock());
    await sessions.start(c, account.id);
    return c.json(account, 201);
  })
  .post('/session', input(signInInput), async (c) => {
    const { db, sessions, signInLimits } = c.get('services');
    const credentials = c.req.valid('json');
    await signInLimits.count(remoteAddress(c), credentials.email);
    const accountId = await checkCredentials(db, credentials);
    await signInLimits.forgive(remoteAddress(c), credentials.email);
    await sessions.start(c, accountId);
    return c.json({ signedIn: true }, 201);
  })
  .get('/session', async (c) => c.json({ account: await c.get('services').sessions.current(c) }))
  .delete('/session', async (c) => {
    await c.get('services').sessions.end(c);
    return c.body(null, 204);
  });

/** What travels with a request of staff. */
export interface StaffEnv extends Env {
  Variables: Env['Variables'] & { account: Account };
}

/** Lets nobody but staff through, before anything of the request is looked at. Throws `not-signed-in`. */
export const staffOnly = createMiddleware<StaffEnv>(async (c, next) => {
  c.set('account', await signedIn(c));
  await next();
});

/** The account behind a request. Throws `not-signed-in`. */
export async function signedIn<E extends Env>(c: Context<E>): Promise<Account> {
  const account = await c.get('services').sessions.current(c);
  if (!account) throw new Problem('not-signed-in');
  return account;
}

function remoteAddress(c: Context<Env>): string {
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
