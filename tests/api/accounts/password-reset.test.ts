import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { problemOf } from '../support/ask.ts';
import {
  browserOf,
  mailsOf,
  makePerson,
  password,
  recorded,
  setUpTotp,
  tokenFor,
  statusesOf,
} from './people-of-tests.ts';

const email = 'aya@aruku.example';
const fresh = 'a walk after supper';

async function asked() {
  const portal = await makePortal();
  const person = await makePerson(portal, email, 'agent');
  const browser = browserOf(portal);
  await browser.send('POST', '/api/password-resets', { email });
  const token = await tokenFor(portal, email);
  const reset = (chosen = fresh) => browser.send('PUT', '/api/password', { token, password: chosen });
  const signIn = (tried: string) => browserOf(portal).send('POST', '/api/session', { email, password: tried });
  return { portal, person, browser, reset, signIn };
}

describe('a forgotten password', () => {
  it('is replaced by a new one; all devices are signed out, and the owner is told', async () => {
    const { portal, person, reset, signIn } = await asked();
    expect(await person.browser.who()).toBe(email);
    expect((await reset()).status).toBe(204);
    expect(await person.browser.who()).toBeNull();
    await problemOf(signIn(password), 'wrong-credentials', 401);
    expect((await signIn(fresh)).status).toBe(201);
    expect((await mailsOf(portal, email)).at(-1)?.text?.subject).toBe('Your password was changed');
    expect(await recorded(portal)).toContain('password-reset');
  });

  it('signs nobody in by itself, and does not pass a second step by', async () => {
    const { portal, person, browser, reset, signIn } = await asked();
    await setUpTotp(portal, person.browser);
    await reset();
    expect(await browser.who()).toBeNull();
    expect(await (await signIn(fresh)).json()).toEqual({ signedIn: false, next: 'code' });
  });

  it('is replaced once, within half an hour', async () => {
    const { portal, reset } = await asked();
    portal.time.now += 30 * 60_000;
    await problemOf(reset(), 'link-unknown', 404);
    portal.time.now -= 1;
    expect((await reset()).status).toBe(204);
    await problemOf(reset('another walk entirely'), 'link-unknown', 404);
  });

  it('is replaced by one of two at the same moment', async () => {
    const { portal, reset, signIn } = await asked();
    const statuses = await statusesOf([reset(fresh), reset('another walk entirely')]);
    expect(statuses).toEqual([204, 404]);
    expect((await recorded(portal)).filter((action) => action === 'password-reset')).toHaveLength(1);
    const works = await statusesOf([fresh, 'another walk entirely'].map(async (tried) => signIn(tried)));
    expect(works).toEqual([201, 401]);
  });

  it('keeps its link when the new one is refused', async () => {
    const { reset } = await asked();
    await problemOf(reset('password123'), 'invalid-input', 422);
    expect((await reset()).status).toBe(204);
  });
});
