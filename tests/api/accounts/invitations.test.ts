import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { problemOf } from '../support/ask.ts';
import {
  accountAt,
  browserOf,
  mailsOf,
  makePerson,
  password,
  recorded,
  tokenFor,
  statusesOf,
} from './people-of-tests.ts';

const email = 'aya@aruku.example';

async function inviting() {
  const portal = await makePortal();
  const owner = await makePerson(portal, 'emma@aruku.example', 'owner');
  const made = await owner.browser.send('POST', '/api/teams', { name: '配送担当' });
  const team = (await made.json()) as { id: string };
  const invite = (more: object = {}) =>
    owner.browser.send('POST', '/api/invitations', { email, role: 'agent', language: 'ja', teams: [team.id], ...more });
  const browser = browserOf(portal);
  const takeUp = (token: string, more: object = {}) =>
    browser.send('POST', '/api/invitation', { token, name: '青木 彩', language: 'ja', password, ...more });
  const list = async () => ((await owner.browser.read('/api/invitations')) as { invitations: object[] }).invitations;
  return { portal, owner, team, invite, browser, takeUp, list };
}

describe('an invitation', () => {
  it('becomes an account with its role and teams', async () => {
    const { portal, owner, team, invite, browser, takeUp, list } = await inviting();
    const answer = await invite();
    expect(answer.status).toBe(201);
    expect(await list()).toMatchObject([{ email, role: 'agent', teams: [team.id] }]);
    const [mail] = await mailsOf(portal, email);
    expect(mail?.text?.blocks[0]).toEqual({ text: 'emmaさんから、受付デスクに「担当者」として招待されました。' });

    const token = await tokenFor(portal, email);
    const offer = await browser.send('POST', '/api/invitation/offer', { token });
    expect(await offer.json()).toEqual({ email, role: 'agent', language: 'ja' });
    expect(await (await takeUp(token)).json()).toEqual({ signedIn: true });
    expect(await browser.who()).toBe(email);
    expect(await browser.read('/api/account')).toMatchObject({ name: '青木 彩', role: 'agent', teams: [team.id] });
    expect(await list()).toEqual([]);
    expect(await owner.browser.read('/api/teams')).toMatchObject({ teams: [{ members: 1 }] });
    expect(await recorded(portal)).toEqual(expect.arrayContaining(['accounts:invite', 'account-made', 'signed-in']));
    await problemOf(takeUp(token), 'link-unknown', 404);
  });

  it('needs no password: a mail link signs in', async () => {
    const { portal, invite, takeUp, browser } = await inviting();
    await invite();
    await takeUp(await tokenFor(portal, email), { password: undefined });
    expect(await browser.who()).toBe(email);
    expect((await accountAt(portal, email))?.passwordHash).toBeNull();
  });

  it('can be sent again: then only the new link works, for another week', async () => {
    const { portal, owner, invite, takeUp } = await inviting();
    const { id } = (await (await invite()).json()) as { id: string };
    const first = await tokenFor(portal, email);
    portal.time.now += 6 * 86_400_000;
    // Her own session has ended meanwhile.
    await owner.browser.send('POST', '/api/session', { email: owner.email, password });
    expect((await owner.browser.send('POST', `/api/invitations/${id}/mail`)).status).toBe(201);
    const [old, fresh] = await mailsOf(portal, email);
    expect(old?.text).toBeNull();
    expect(fresh?.text?.subject).toBe('受付デスクへのご招待');
    await problemOf(takeUp(first), 'link-unknown', 404);
    portal.time.now += 6 * 86_400_000;
    expect((await takeUp(await tokenFor(portal, email))).status).toBe(201);
    expect(await accountAt(portal, email)).toMatchObject({ role: 'agent' });
  });

  it('can be withdrawn: its mail is not sent any more, and its link opens nothing', async () => {
    const { portal, owner, invite, takeUp, list } = await inviting();
    const { id } = (await (await invite()).json()) as { id: string };
    const token = await tokenFor(portal, email);
    expect((await owner.browser.send('DELETE', `/api/invitations/${id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await mailsOf(portal, email)).at(-1)?.text).toBeNull();
    await problemOf(takeUp(token), 'link-unknown', 404);
    await problemOf(owner.browser.send('DELETE', `/api/invitations/${id}`), 'not-found', 404);
    await problemOf(owner.browser.send('POST', `/api/invitations/${id}/mail`), 'not-found', 404);
  });

  it('is not sent to who has an account, and makes none twice', async () => {
    const { portal, invite, takeUp } = await inviting();
    await problemOf(invite({ email: 'Emma@aruku.example' }), 'account-exists', 409);
    await invite();
    const token = await tokenFor(portal, email);
    const statuses = await statusesOf([takeUp(token), takeUp(token)]);
    expect(statuses).toEqual([201, 404]);
  });

  it('is for staff, and from owners', async () => {
    const { portal, invite } = await inviting();
    await problemOf(invite({ role: 'member' }), 'invalid-input', 422);
    for (const role of ['editor', 'moderator', 'agent', 'member'] as const) {
      const { browser } = await makePerson(portal, `${role}@aruku.example`, role);
      const answer = browser.send('POST', '/api/invitations', { email, role: 'owner', language: 'ja' });
      await problemOf(answer, 'not-allowed', 403);
    }
  });

  it('is not given by somebody whose rights end in the same moment', async () => {
    const { portal, owner, invite } = await inviting();
    const second = await makePerson(portal, 'ichiro@aruku.example', 'owner');
    const demote = second.browser.send('PUT', `/api/people/${owner.id}`, { role: 'agent', teams: [] });
    const [, invited] = await Promise.all([demote, invite()]);
    const { role } = (await accountAt(portal, owner.email)) ?? {};
    expect(role).toBe('agent');
    // Whichever was written first: an invitation is there only if she was still an owner.
    expect([201, 401, 403, 409]).toContain(invited.status);
    const mails = await mailsOf(portal, email);
    expect(mails).toHaveLength(invited.status === 201 ? 1 : 0);
  });
});
