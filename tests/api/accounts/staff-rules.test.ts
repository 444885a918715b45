import { describe, expect, it } from 'vitest';
import { Secret, TOTP } from 'otpauth';
import { makePortal } from '../../support/services.ts';
import { problemOf } from '../support/ask.ts';
import { browserOf, makePerson, password, recorded, setUpTotp } from './people-of-tests.ts';

async function staffed() {
  const portal = await makePortal();
  const owner = await makePerson(portal, 'emma@aruku.example', 'owner');
  const agent = await makePerson(portal, 'aya@aruku.example', 'agent');
  const member = await makePerson(portal, 'hanako@example.jp', 'member');
  const rule = (isTotpRequired: boolean) => owner.browser.send('PUT', '/api/staff-rules', { isTotpRequired });
  return { portal, owner, agent, member, rule };
}

describe('a portal that requires a second step of its staff', () => {
  it('is asked for by an owner who has one', async () => {
    const { portal, owner, rule } = await staffed();
    await problemOf(rule(true), 'second-step-missing', 409);
    await setUpTotp(portal, owner.browser);
    expect(await (await rule(true)).json()).toEqual({ isTotpRequired: true });
    expect(await owner.browser.read('/api/staff-rules')).toEqual({ isTotpRequired: true });
    expect((await recorded(portal)).at(-1)).toBe('accounts:change');
    expect(await (await rule(false)).json()).toEqual({ isTotpRequired: false });
  });

  it('signs staff out who have none, and leads them to set it up; members are left alone', async () => {
    const { portal, owner, agent, member, rule } = await staffed();
    await setUpTotp(portal, owner.browser);
    await rule(true);
    expect(await agent.browser.who()).toBeNull();
    expect(await member.browser.who()).toBe(member.email);
    expect(await owner.browser.who()).toBe(owner.email);

    const browser = browserOf(portal);
    const answer = await browser.send('POST', '/api/session', { email: agent.email, password });
    expect(await answer.json()).toEqual({ signedIn: false, next: 'totp-set-up' });
    await problemOf(browser.ask('/api/tickets'), 'not-signed-in', 401);
    await problemOf(browser.ask('/api/account'), 'not-signed-in', 401);
    const begun = await browser.send('POST', '/api/account/totp', {});
    const { secret } = (await begun.json()) as { secret: string };
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: portal.time.now });
    expect((await browser.send('PUT', '/api/account/totp', { code })).status).toBe(200);
    expect(await browser.who()).toBe(agent.email);
    expect((await browser.ask('/api/tickets')).status).toBe(200);
  });

  it('lets nobody of the staff turn theirs off', async () => {
    const { portal, owner, rule } = await staffed();
    await setUpTotp(portal, owner.browser);
    await rule(true);
    const answer = owner.browser.send('POST', '/api/account/totp/removal', { currentPassword: password });
    await problemOf(answer, 'second-step-required', 409);
  });
});
