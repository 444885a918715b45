import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { remoteAddress } from '../http/remote-address.ts';
import { setupInput, signInInput } from './contract.ts';
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
