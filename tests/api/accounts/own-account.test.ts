import { describe, expect, it } from 'vitest';
import { deviceOf } from '../../../api/sessions/device.ts';
import { makePortal } from '../../support/services.ts';
import { pointersOf, problemOf } from '../support/ask.ts';
import { accountAt, browserOf, mailsOf, makePerson, password, recorded, tokenFor } from './people-of-tests.ts';

const email = 'aya@aruku.example';
const newEmail = 'aya.aoki@aruku.example';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

async function signedIn() {
  const portal = await makePortal();
  const person = await makePerson(portal, email, 'agent', firefox);
  const signIn = async (userAgent?: string) => {
    const browser = browserOf(portal, userAgent);
    await browser.send('POST', '/api/session', { email, password });
    return browser;
  };
  const sessions = async (browser = person.browser) =>
    ((await browser.read('/api/account/sessions')) as { sessions: { id: string; device: string }[] }).sessions;
  return { portal, ...person, signIn, sessions };
}

describe('one’s own account', () => {
  it('is shown whole, without what proves who one is', async () => {
    const { portal, browser, id } = await signedIn();
    const createdAt = portal.time.now;
    const totp = { isOn: false, isRequired: false, recoveryCodesLeft: 0 };
    const about = { id, email, name: 'aya', language: 'en', role: 'agent', hasPassword: true, teams: [] };
    expect(await browser.read('/api/account')).toEqual({ ...about, totp, createdAt, lastSignInAt: createdAt });
  });

  it('takes another public name and language, and no other role', async () => {
    const { browser } = await signedIn();
    const answer = await browser.send('PUT', '/api/account', { name: '青木 彩', language: 'ja' });
    expect(await answer.json()).toMatchObject({ name: '青木 彩', language: 'ja', role: 'agent' });
    const refused = browser.send('PUT', '/api/account', { name: '青木 彩', language: 'ja', role: 'owner' });
    expect(pointersOf(await problemOf(refused, 'invalid-input', 422))).toEqual(['#/role']);
  });
});

describe('changing a password', () => {
  it('takes the current one, ends every other session and renews this one', async () => {
    const { portal, browser, signIn } = await signedIn();
    const other = await signIn();
    const before = browser.cookie();
    const change = (currentPassword: string) =>
      browser.send('PUT', '/api/account/password', { currentPassword, password: 'a walk after supper' });
    expect(pointersOf(await problemOf(change('a wrong one'), 'invalid-input', 422))).toEqual(['#/currentPassword']);
    expect((await change(password)).status).toBe(204);
    expect(browser.cookie()).not.toBe(before);
    expect(await browser.who()).toBe(email);
    expect(await other.who()).toBeNull();
    const old = await portal.app.request('/api/session', { headers: { Cookie: before } });
    expect(await old.json()).toEqual({ account: null });
    expect(await recorded(portal)).toContain('password-changed');
    expect((await mailsOf(portal, email)).at(-1)?.text?.subject).toBe('Your password was changed');
  });

  it('is asked for again after a while by those who had none', async () => {
    const { portal, browser } = await signedIn();
    await portal.services.db.raw.execute('update accounts set password_hash = null');
    const choose = () => browser.send('PUT', '/api/account/password', { password: 'a walk after supper' });
    portal.time.now += 15 * 60_000 + 1;
    await problemOf(choose(), 'sign-in-again', 403);
    portal.time.now -= 1;
    expect((await choose()).status).toBe(204);
  });
});

async function askedForAddress() {
  const made = await signedIn();
  const answer = await made.browser.send('POST', '/api/account/address', {
    currentPassword: password,
    email: newEmail,
  });
  expect(answer.status).toBe(202);
  const confirm = async () =>
    browserOf(made.portal).send('PUT', '/api/address', { token: await tokenFor(made.portal, newEmail) });
  return { ...made, confirm };
}

describe('changing an address', () => {
  it('is confirmed at the new one, and the old one is told', async () => {
    const { portal, browser, signIn, confirm } = await askedForAddress();
    expect(await browser.who()).toBe(email);
    expect((await confirm()).status).toBe(204);
    expect(await accountAt(portal, newEmail)).toMatchObject({ name: 'aya' });
    expect((await mailsOf(portal, email)).at(-1)?.text?.subject).toBe('Your e-mail address was changed');
    expect(await (await signIn()).who()).toBeNull();
  });

  it('signs devices out that did not ask for it, and works once', async () => {
    const { portal, browser, confirm } = await askedForAddress();
    const token = await tokenFor(portal, newEmail);
    expect((await confirm()).status).toBe(204);
    expect(await browser.who()).toBeNull();
    await problemOf(browser.send('PUT', '/api/address', { token }), 'link-unknown', 404);
  });

  it('keeps the browser signed in that confirms it', async () => {
    const { portal, browser } = await askedForAddress();
    const token = await tokenFor(portal, newEmail);
    expect((await browser.send('PUT', '/api/address', { token })).status).toBe(204);
    expect(await browser.who()).toBe(newEmail);
  });

  it('is not done to an address that somebody has; only its owner is told', async () => {
    const { portal, browser } = await signedIn();
    await makePerson(portal, newEmail, 'member');
    const answer = await browser.send('POST', '/api/account/address', { currentPassword: password, email: newEmail });
    expect(await answer.json()).toEqual({ asked: true });
    expect((await mailsOf(portal, newEmail)).at(-1)?.text?.subject).toBe('このメールアドレスはすでに登録されています');
    expect(await tokenFor(portal, newEmail)).toBe('');
  });

  it('is not done when somebody has taken the address meanwhile', async () => {
    const { portal, confirm } = await askedForAddress();
    const token = await tokenFor(portal, newEmail);
    await makePerson(portal, newEmail, 'member');
    await problemOf(browserOf(portal).send('PUT', '/api/address', { token }), 'link-unknown', 404);
    await problemOf(confirm(), 'invalid-input', 422);
  });

  it.each(['changed', 'reset'])(
    'is not done any more once the password was %s: it may have been asked for by a thief',
    async (way) => {
      const { portal, browser } = await askedForAddress();
      const token = await tokenFor(portal, newEmail);
      const fresh = 'a walk after supper';
      if (way === 'changed') {
        await browser.send('PUT', '/api/account/password', { currentPassword: password, password: fresh });
      } else {
        await browser.send('POST', '/api/password-resets', { email });
        await browser.send('PUT', '/api/password', { token: await tokenFor(portal, email), password: fresh });
      }
      await problemOf(browserOf(portal).send('PUT', '/api/address', { token }), 'link-unknown', 404);
      expect(await accountAt(portal, email)).toMatchObject({ name: 'aya' });
    },
  );

  it('ends what was asked for before: the account stays where it went', async () => {
    const { portal, browser, confirm } = await askedForAddress();
    const other = 'aya.other@aruku.example';
    await browser.send('POST', '/api/account/address', { currentPassword: password, email: other });
    const token = await tokenFor(portal, other);
    expect((await confirm()).status).toBe(204);
    await problemOf(browserOf(portal).send('PUT', '/api/address', { token }), 'link-unknown', 404);
  });

  it('takes the password', async () => {
    const { browser } = await signedIn();
    await problemOf(browser.send('POST', '/api/account/address', { email: newEmail }), 'invalid-input', 422);
  });
});

describe('giving one’s password again', () => {
  it.each([
    ['to change the address', '/api/account/address', { email: newEmail }],
    ['to set a second step up', '/api/account/totp', {}],
    ['to have other recovery codes', '/api/account/recovery-codes', {}],
  ])('%s begins a new session, and ends the one before', async (_, path, body) => {
    const { portal, browser } = await signedIn();
    const before = browser.cookie();
    await browser.send('POST', path, { currentPassword: password, ...body });
    expect(browser.cookie()).not.toBe(before);
    expect(await browser.who()).toBe(email);
    const old = await portal.app.request('/api/session', { headers: { Cookie: before } });
    expect(await old.json()).toEqual({ account: null });
  });

  it('is not what somebody without one does: their session stays, with its age', async () => {
    const { portal, browser } = await signedIn();
    await portal.services.db.raw.execute('update accounts set password_hash = null');
    const before = browser.cookie();
    await browser.send('POST', '/api/account/address', { email: newEmail });
    expect(browser.cookie()).toBe(before);
  });
});

describe('where somebody is signed in', () => {
  it('is listed with device and times, this one first', async () => {
    const { portal, browser, signIn, sessions } = await signedIn();
    portal.time.now += 3_600_000;
    await signIn('curl/8.5.0');
    expect(await sessions(browser)).toMatchObject([
      { device: 'Firefox, Windows', isCurrent: true, createdAt: portal.time.now - 3_600_000 },
      { device: '', isCurrent: false, createdAt: portal.time.now, lastUsedAt: portal.time.now },
    ]);
  });

  it('is noted every ten minutes at most', async () => {
    const { portal, browser, sessions } = await signedIn();
    const [{ lastUsedAt: first } = { lastUsedAt: 0 }] = (await sessions(browser)) as unknown as {
      lastUsedAt: number;
    }[];
    portal.time.now += 10 * 60_000 - 1;
    expect(await sessions(browser)).toMatchObject([{ lastUsedAt: first }]);
    portal.time.now += 1;
    expect(await sessions(browser)).toMatchObject([{ lastUsedAt: portal.time.now }]);
  });

  it('can be ended, device by device or all others at once', async () => {
    const { browser, signIn, sessions } = await signedIn();
    const [phone, tablet, laptop] = [await signIn(), await signIn(), await signIn()];
    const ofPhone = (await sessions(phone)).find((session) => 'isCurrent' in session && session.isCurrent);
    expect((await browser.ask(`/api/account/sessions/${ofPhone?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect([await phone.who(), await tablet.who()]).toEqual([null, email]);
    expect((await browser.ask('/api/account/sessions', { method: 'DELETE' })).status).toBe(204);
    expect([await tablet.who(), await laptop.who(), await browser.who()]).toEqual([null, null, email]);
  });

  it('is nobody else’s to end', async () => {
    const { portal, browser, sessions } = await signedIn();
    const stranger = await makePerson(portal, 'bob@aruku.example', 'owner');
    const [session] = await sessions(browser);
    const answer = stranger.browser.ask(`/api/account/sessions/${session?.id}`, { method: 'DELETE' });
    await problemOf(answer, 'not-found', 404);
    expect(await browser.who()).toBe(email);
  });
});

describe('a device', () => {
  it.each([
    [firefox, 'Firefox, Windows'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.4 Safari/605.1.15',
      'Safari, macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 CriOS/136.0 Safari/604.1',
      'Chrome, iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/136.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/136.0.0.0 Safari/537.36 Edg/136.0.0.0', 'Edge, Windows'],
    ['curl/8.5.0', ''],
    [undefined, ''],
  ])('is called what people call it: %s', (userAgent, name) => {
    expect(deviceOf(userAgent)).toBe(name);
  });
});
