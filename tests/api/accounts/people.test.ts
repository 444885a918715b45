import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { problemOf } from '../support/ask.ts';
import { accountAt, browserOf, mailsOf, makePerson, password, recorded, setUpTotp } from './people-of-tests.ts';

async function staffed() {
  const portal = await makePortal();
  const owner = await makePerson(portal, 'emma@aruku.example', 'owner');
  const agent = await makePerson(portal, 'aya@aruku.example', 'agent');
  const change = (id: string, role: string, teams: string[] = []) =>
    owner.browser.send('PUT', `/api/people/${id}`, { role, teams });
  const suspend = (id: string, isSuspended = true) =>
    owner.browser.send('PUT', `/api/people/${id}/suspension`, { isSuspended });
  return { portal, owner, agent, change, suspend };
}

describe('the people who work here', () => {
  it('are listed for owners, the newest first, members apart', async () => {
    const { portal, owner, agent } = await staffed();
    await makePerson(portal, 'hanako@example.jp', 'member');
    const staff = await owner.browser.read('/api/people');
    expect(staff).toMatchObject({
      people: [{ email: agent.email, hasTotp: false }, { email: owner.email }],
      next: null,
    });
    expect(JSON.stringify(staff)).not.toContain('argon2');
    expect(await owner.browser.read('/api/people?view=members')).toMatchObject({ people: [{ role: 'member' }] });
    await problemOf(agent.browser.ask('/api/people'), 'not-allowed', 403);
  });

  it('come in pages', async () => {
    const { portal, owner } = await staffed();
    for (let index = 0; index < 51; index += 1) {
      await portal.services.db.raw.execute({
        sql: "insert into accounts (id, email, name, language, role, created_at) values (?, ?, 'm', 'ja', 'member', 0)",
        args: [`m${String(index).padStart(3, '0')}`, `m${index}@example.jp`],
      });
    }
    const first = (await owner.browser.read('/api/people?view=members')) as { people: { id: string }[]; next: string };
    expect(first.people).toHaveLength(50);
    const second = await owner.browser.read(`/api/people?view=members&after=${first.next}`);
    expect(second).toMatchObject({ people: [{ id: 'm000' }], next: null });
  });

  it('get another role, and are signed out with it', async () => {
    const { portal, agent, change } = await staffed();
    const answer = await change(agent.id, 'editor');
    expect(await answer.json()).toMatchObject({ role: 'editor' });
    expect(await agent.browser.who()).toBeNull();
    expect((await recorded(portal)).at(-1)).toBe('accounts:change');
  });

  it('stay signed in when only their teams change', async () => {
    const { owner, agent, change } = await staffed();
    const made = await owner.browser.send('POST', '/api/teams', { name: '配送担当' });
    const { id } = (await made.json()) as { id: string };
    expect(await (await change(agent.id, 'agent', [id, 'no-such-team'])).json()).toMatchObject({ teams: [id] });
    expect(await agent.browser.who()).toBe(agent.email);
  });

  it('are kept out at once by a suspension, whatever they know, and let in again', async () => {
    const { portal, agent, suspend } = await staffed();
    expect(await (await suspend(agent.id)).json()).toMatchObject({ isSuspended: true });
    await problemOf(agent.browser.ask('/api/tickets'), 'not-signed-in', 401);
    const signIn = () => browserOf(portal).send('POST', '/api/session', { email: agent.email, password });
    await problemOf(signIn(), 'wrong-credentials', 401);
    await suspend(agent.id, false);
    expect((await signIn()).status).toBe(201);
  });

  it('can be signed out everywhere by an owner', async () => {
    const { owner, agent } = await staffed();
    expect((await owner.browser.send('DELETE', `/api/people/${agent.id}/sessions`)).status).toBe(204);
    expect(await agent.browser.who()).toBeNull();
  });

  it('have their second step reset by an owner, who is recorded; they are told, and signed out', async () => {
    const { portal, owner, agent } = await staffed();
    await setUpTotp(portal, agent.browser);
    expect((await owner.browser.send('DELETE', `/api/people/${agent.id}/totp`)).status).toBe(204);
    expect(await agent.browser.who()).toBeNull();
    expect((await recorded(portal)).at(-1)).toBe('totp-reset');
    expect((await mailsOf(portal, agent.email)).at(-1)?.text?.subject).toBe('Your two-step sign-in was reset');
    const signIn = await browserOf(portal).send('POST', '/api/session', { email: agent.email, password });
    expect(await signIn.json()).toEqual({ signedIn: true });
    await problemOf(owner.browser.send('DELETE', `/api/people/${agent.id}/totp`), 'state-refused', 409);
  });

  it('turn their own second step off with their password only', async () => {
    const { portal, owner } = await staffed();
    await setUpTotp(portal, owner.browser);
    await problemOf(owner.browser.send('DELETE', `/api/people/${owner.id}/totp`), 'not-allowed', 403);
    expect(await owner.browser.read('/api/account')).toMatchObject({ totp: { isOn: true } });
  });

  it('are not found when nobody has the id', async () => {
    const { owner, change, suspend } = await staffed();
    const nobody = '00000000-0000-7000-8000-000000000000';
    await problemOf(change(nobody, 'agent'), 'not-found', 404);
    await problemOf(suspend(nobody), 'not-found', 404);
    for (const what of ['sessions', 'totp']) {
      await problemOf(owner.browser.send('DELETE', `/api/people/${nobody}/${what}`), 'not-found', 404);
    }
  });
});

describe('the last owner', () => {
  it('stays one, and stays active', async () => {
    const { portal, owner, change, suspend } = await staffed();
    await problemOf(change(owner.id, 'agent'), 'last-owner', 409);
    await problemOf(suspend(owner.id), 'last-owner', 409);
    expect(await accountAt(portal, owner.email)).toMatchObject({ role: 'owner', state: 'active' });
    expect(await owner.browser.who()).toBe(owner.email);
  });

  it('does not count who is suspended', async () => {
    const { portal, owner, change, suspend } = await staffed();
    const second = await makePerson(portal, 'ichiro@aruku.example', 'owner');
    expect((await suspend(second.id)).status).toBe(200);
    await problemOf(change(owner.id, 'agent'), 'last-owner', 409);
  });

  it('may go once there is another', async () => {
    const { portal, owner, agent, change } = await staffed();
    await change(agent.id, 'owner');
    expect((await change(owner.id, 'agent')).status).toBe(200);
    expect(await accountAt(portal, owner.email)).toMatchObject({ role: 'agent' });
    expect(await owner.browser.who()).toBeNull();
  });

  it('is left when two owners demote, or suspend, each other in the same moment', async () => {
    for (const way of ['demote', 'suspend'] as const) {
      const { portal, owner } = await staffed();
      const second = await makePerson(portal, 'ichiro@aruku.example', 'owner');
      const away = (by: typeof owner, id: string) =>
        way === 'demote'
          ? by.browser.send('PUT', `/api/people/${id}`, { role: 'agent', teams: [] })
          : by.browser.send('PUT', `/api/people/${id}/suspension`, { isSuspended: true });
      const answers = await Promise.all([away(owner, second.id), away(second, owner.id)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const { rows } = await portal.services.db.raw.execute(
        "select count(*) as n from accounts where role = 'owner' and state = 'active'",
      );
      expect(rows[0]?.['n']).toBe(1);
    }
  });
});

describe('teams', () => {
  it('are made, renamed and dissolved by owners; their people stay', async () => {
    const { owner, agent, change } = await staffed();
    const made = await owner.browser.send('POST', '/api/teams', { name: '配送担当' });
    const { id } = (await made.json()) as { id: string };
    await problemOf(owner.browser.send('POST', '/api/teams', { name: '配送担当' }), 'name-taken', 409);
    await change(agent.id, 'agent', [id]);
    expect((await owner.browser.send('PUT', `/api/teams/${id}`, { name: '物流' })).status).toBe(204);
    expect(await owner.browser.read('/api/teams')).toEqual({ teams: [{ id, name: '物流', members: 1 }] });
    expect((await owner.browser.send('DELETE', `/api/teams/${id}`)).status).toBe(204);
    expect(await owner.browser.read(`/api/people/${agent.id}`)).toMatchObject({ teams: [] });
    await problemOf(owner.browser.send('DELETE', `/api/teams/${id}`), 'not-found', 404);
    await problemOf(owner.browser.send('PUT', `/api/teams/${id}`, { name: '誰も' }), 'not-found', 404);
  });
});
