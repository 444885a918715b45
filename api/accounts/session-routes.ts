import { type Context, Hono } from 'hono';
import type { Language } from '../../content/schema/languages.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { remoteAddress } from '../http/remote-address.ts';
import { Problem } from '../problem.ts';
import { codeInput, setupInput, signInInput, type SignInStep, tokenInput } from './contract.ts';
import { enter, enterFully } from './enter.ts';
import { countTry, forgiveTry } from './link-limits.ts';
import { tellOwner } from './mails/account-changed.ts';
import { memberForm, onward } from './pages/member-form.ts';
import { membersPage } from './pages/return-to.ts';
import { createOwner } from './setup.ts';
import { checkCredentials, noteFailure, useSignInLink } from './sign-in.ts';
import { useCode } from './totp/codes.ts';
import { useRecoveryCode } from './totp/recovery-codes.ts';

export const sessionRoutes = new Hono<Env>()
  .post('/setup', input(setupInput), async (c) => {
    const { signInLimits } = c.get('services');
    const setup = c.req.valid('json');
    await signInLimits.count(remoteAddress(c), setup.email);
    const account = await createOwner(c.get('services'), setup, c.get('requestId'));
    await enterFully(c, account, 'set-up');
    return c.json(account, 201);
  })
  .post('/session', memberForm('sign-in', 'sign-in'), input(signInInput), async (c) => {
    const { signInLimits } = c.get('services');
    const credentials = c.req.valid('json');
    await signInLimits.count(remoteAddress(c), credentials.email);
    const accountId = await checkCredentials(c.get('services'), credentials, c.get('requestId'));
    const step = await enter(c, accountId, 'password');
    // Who still has to give a code may not try passwords and codes for ever.
    if (step.signedIn) await signInLimits.forgive(remoteAddress(c), credentials.email);
    return onward(c, (to) => afterStep(step, c.get('language'), to)) ?? c.json(step satisfies SignInStep, 201);
  })
  .post('/session/link', input(tokenInput), async (c) => {
    await countTry(c);
    const accountId = await useSignInLink(c.get('services'), c.req.valid('json').token);
    await forgiveTry(c);
    return c.json((await enter(c, accountId, 'link')) satisfies SignInStep, 201);
  })
  .post('/session/code', memberForm('code', 'code'), input(codeInput), async (c) => {
    const services = c.get('services');
    const session = await services.sessions.read(c);
    if (session?.stage !== 'code') throw new Problem('not-signed-in');
    const { account } = session;
    await services.signInLimits.count(remoteAddress(c), codesOf(account.email));
    const given = c.req.valid('json');
    const way = 'code' in given ? 'code' : 'recovery-code';
    try {
      if ('code' in given) await useCode(services, account.id, given.code);
      else await useRecoveryCode(services, account.id, given.recoveryCode);
    } catch (error) {
      await noteFailure(services, account.id, way, c.get('requestId'));
      throw error;
    }
    await forgive(c, account.email);
    if (way === 'recovery-code') await services.db.write([tellOwner(services, account, 'recovery-code-used')]);
    await enterFully(c, account, way);
    return onward(c, (to) => to) ?? c.json({ signedIn: true } satisfies SignInStep, 201);
  })
  .get('/session', async (c) => {
    const session = await c.get('services').sessions.read(c);
    if (!session) return c.json({ account: null });
    const { stage, account } = session;
    return c.json(stage === 'signed-in' ? { account } : { account: null, next: stage });
  })
  .delete('/session', async (c) => {
    await c.get('services').sessions.end(c);
    return c.body(null, 204);
  });

/** Where the browser of a form goes on to; a second step is set up at the desk, whose staff alone has to. */
function afterStep(step: SignInStep, language: Language, to: string): string {
  if (step.signedIn) return to;
  return step.next === 'code' ? membersPage(language, 'code', to) : '/desk/';
}

/** Codes are counted on their own: six digits are guessed sooner than a password. */
function codesOf(email: string): string {
  return `a code for ${email}`;
}

async function forgive(c: Context<Env>, email: string): Promise<void> {
  const { signInLimits } = c.get('services');
  await signInLimits.forgive(remoteAddress(c), codesOf(email));
  await signInLimits.forgive(remoteAddress(c), email);
}
