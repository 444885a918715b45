import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { pointersOf, problemOf } from '../support/ask.ts';
import { accountAt, browserOf, mailsOf, makePerson, password, tokenFor, statusesOf } from './people-of-tests.ts';

const email = 'hanako@example.jp';

async function registering() {
  const portal = await makePortal();
  const browser = browserOf(portal);
  expect((await browser.send('POST', '/api/registrations', { email })).status).toBe(202);
  const token = await tokenFor(portal, email);
  const confirm = (more: object = {}) =>
    browser.send('POST', '/api/members', { token, name: 'はな', language: 'ja', password, ...more });
  return { portal, browser, confirm, token };
}

describe('becoming a member', () => {
  it('takes a confirmed address, a public name, and a password or none', async () => {
    const { portal, browser, confirm } = await registering();
    expect(await accountAt(portal, email)).toBeUndefined();
    expect(await (await confirm()).json()).toEqual({ signedIn: true });
    expect(await browser.who()).toBe(email);
    expect(await accountAt(portal, email)).toMatchObject({ role: 'member', name: 'はな', state: 'active' });
    await problemOf(browser.ask('/api/tickets'), 'not-allowed', 403);

    const second = await registering();
    expect((await second.confirm({ password: undefined })).status).toBe(201);
    expect((await accountAt(second.portal, email))?.passwordHash).toBeNull();
  });

  it('is done once, also by two at the same moment', async () => {
    const { portal, confirm } = await registering();
    const statuses = await statusesOf([confirm(), confirm()]);
    expect(statuses).toEqual([201, 404]);
    const { rows } = await portal.services.db.raw.execute('select count(*) as n from accounts');
    expect(rows[0]?.['n']).toBe(1);
  });

  it('is refused when somebody has the address by then', async () => {
    const { portal, confirm } = await registering();
    await makePerson(portal, email, 'member');
    await problemOf(confirm(), 'link-unknown', 404);
  });

  it('repeats nothing of what was typed in the mail: nobody sends their words with it', async () => {
    const { portal, browser } = await registering();
    const answer = browser.send('POST', '/api/registrations', { email, name: 'Buy shoes at shoes.example' });
    expect(pointersOf(await problemOf(answer, 'invalid-input', 422))).toEqual(['#/name']);
    expect(await mailsOf(portal)).toHaveLength(1);
  });

  it.each([
    ['an address', 'hanako@example.jp'],
    ['nothing', '   '],
    ['control characters alone', '\u202e\u0007'],
  ])('refuses a public name that is %s', async (_, name) => {
    const { confirm } = await registering();
    expect(pointersOf(await problemOf(confirm({ name }), 'invalid-input', 422))).toEqual(['#/name']);
  });

  it('takes out of a name what turns the text around it', async () => {
    const { portal, confirm } = await registering();
    await confirm({ name: '\u202eは\nな\u0000' });
    expect((await accountAt(portal, email))?.name).toBe('はな');
  });

  it.each([
    ['everybody uses', 'password123'],
    ['everybody uses, in capitals', 'PASSWORD123'],
    ['is the address', email],
    ['is one letter', 'aaaaaaaaaaaa'],
    ['is short', 'nine char'],
  ])('refuses a password that %s', async (_, guessable) => {
    const { confirm } = await registering();
    const problem = await problemOf(confirm({ password: guessable }), 'invalid-input', 422);
    expect(pointersOf(problem)).toEqual(['#/password']);
    expect((await confirm()).status).toBe(201);
  });

  it('is not done with a link for something else', async () => {
    const { portal, browser } = await registering();
    await makePerson(portal, 'aya@aruku.example', 'agent');
    await browser.send('POST', '/api/password-resets', { email: 'aya@aruku.example' });
    const token = await tokenFor(portal, 'aya@aruku.example');
    const answer = browser.send('POST', '/api/members', { token, name: 'はな', language: 'ja' });
    await problemOf(answer, 'link-unknown', 404);
    const invitation = browser.send('POST', '/api/invitation', { token, name: 'はな', language: 'ja' });
    await problemOf(invitation, 'link-unknown', 404);
  });
});
