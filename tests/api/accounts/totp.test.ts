import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../api/accounts/totp/sealed-secret.ts';
import { recoveryCodes, totpSecrets } from '../../../api/accounts/tables.ts';
import { makePortal, makeServices } from '../../support/services.ts';
import { problemOf } from '../support/ask.ts';
import { browserOf, mailsOf, makePerson, password, recorded, setUpTotp, statusesOf } from './people-of-tests.ts';

const email = 'aya@aruku.example';
const stepMs = 30_000;

async function withTotp() {
  const portal = await makePortal();
  const person = await makePerson(portal, email, 'agent');
  const totp = await setUpTotp(portal, person.browser);
  portal.time.now += stepMs;
  const halfway = async () => {
    const browser = browserOf(portal);
    const answer = await browser.send('POST', '/api/session', { email, password });
    expect(await answer.json()).toEqual({ signedIn: false, next: 'code' });
    const give = (code: string) => browser.send('POST', '/api/session/code', { code });
    const recover = (recoveryCode: string) => browser.send('POST', '/api/session/code', { recoveryCode });
    return { ...browser, give, recover };
  };
  return { portal, person, totp, halfway };
}

describe('signing in in two steps', () => {
  it('takes a code from the app after the password', async () => {
    const { totp, halfway } = await withTotp();
    const browser = await halfway();
    expect(await browser.who()).toBeNull();
    expect(await browser.read('/api/session')).toEqual({ account: null, next: 'code' });
    const before = browser.cookie();
    expect((await browser.give(totp.codeAt())).status).toBe(201);
    expect(await browser.who()).toBe(email);
    expect(browser.cookie()).not.toBe(before);
  });

  it('can do nothing else between the two', async () => {
    const { halfway } = await withTotp();
    const browser = await halfway();
    for (const path of ['/api/tickets', '/api/account', '/api/account/sessions', '/api/notices']) {
      await problemOf(browser.ask(path), 'not-signed-in', 401);
    }
    await problemOf(browser.send('POST', '/api/account/totp'), 'not-signed-in', 401);
    await problemOf(browser.send('PUT', '/api/account/totp', { code: '123456' }), 'not-signed-in', 401);
  });

  it('waits ten minutes for the code', async () => {
    const { portal, totp, halfway } = await withTotp();
    const browser = await halfway();
    portal.time.now += 10 * 60_000;
    await problemOf(browser.give(totp.codeAt()), 'not-signed-in', 401);
  });

  it('takes a code once only, and none that is older than one that was used', async () => {
    const { portal, totp, halfway } = await withTotp();
    const earlier = totp.codeAt();
    portal.time.now += stepMs;
    const code = totp.codeAt();
    const [one, other] = [await halfway(), await halfway()];
    expect((await one.give(code)).status).toBe(201);
    await problemOf(other.give(code), 'wrong-code', 401);
    await problemOf(other.give(earlier), 'wrong-code', 401);
    expect((await other.give(totp.codeAt(portal.time.now + stepMs))).status).toBe(201);
  });

  it('takes a code from one of two who send it at the same moment', async () => {
    const { totp, halfway } = await withTotp();
    const [one, other] = [await halfway(), await halfway()];
    const statuses = await statusesOf([one.give(totp.codeAt()), other.give(totp.codeAt())]);
    expect(statuses).toEqual([201, 401]);
  });

  it('allows clocks to be a step apart, and no more', async () => {
    const { portal, totp, halfway } = await withTotp();
    portal.time.now += 10 * stepMs;
    const browser = await halfway();
    await problemOf(browser.give(totp.codeAt(portal.time.now - 2 * stepMs)), 'wrong-code', 401);
    await problemOf(browser.give(totp.codeAt(portal.time.now + 2 * stepMs)), 'wrong-code', 401);
    expect((await browser.give(totp.codeAt(portal.time.now - stepMs))).status).toBe(201);
  });

  it('reads digits that were typed full-width, or in groups', async () => {
    const { totp, halfway } = await withTotp();
    const wide = totp.codeAt().replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect((await (await halfway()).give(`${wide.slice(0, 3)} ${wide.slice(3)}`)).status).toBe(201);
  });

  it('stops guessing after eight wrong codes, whatever new sessions are begun', async () => {
    const { portal, totp, halfway } = await withTotp();
    for (let tries = 0; tries < 8; tries += 1) {
      const browser = await halfway().catch(() => null);
      // Passwords are counted, too: by then the guesser is out altogether.
      if (!browser) break;
      await problemOf(browser.give('000000'), 'wrong-code', 401);
    }
    const answer = await browserOf(portal).send('POST', '/api/session', { email, password });
    expect(answer.status).toBe(429);
    expect((await recorded(portal)).filter((action) => action === 'sign-in-failed').length).toBeGreaterThan(5);
    expect(totp.codeAt()).not.toBe('000000');
  });
});

describe('setting a second step up', () => {
  it('asks for the password, shows the secret as text and picture, and is on after a first code', async () => {
    const portal = await makePortal();
    const { browser } = await makePerson(portal, email, 'agent');
    await problemOf(browser.send('POST', '/api/account/totp', {}), 'invalid-input', 422);
    const begun = await browser.send('POST', '/api/account/totp', { currentPassword: password });
    const { secret, uri, qrSvg } = (await begun.json()) as Record<string, string>;
    expect(uri).toBe(
      `otpauth://totp/localhost:aya%40aruku.example?issuer=localhost&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    expect(qrSvg).toMatch(/^<svg/);
    await problemOf(browser.send('PUT', '/api/account/totp', { code: '000000' }), 'wrong-code', 401);
    expect(await browser.read('/api/account')).toMatchObject({ totp: { isOn: false, recoveryCodesLeft: 0 } });
  });

  it('gives ten recovery codes, tells the owner, and signs the other devices out', async () => {
    const portal = await makePortal();
    const { browser } = await makePerson(portal, email, 'agent');
    const other = browserOf(portal);
    await other.send('POST', '/api/session', { email, password });
    const { recoveryCodes: codes } = await setUpTotp(portal, browser);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{6}(-[0-9a-hjkmnp-tv-z]{6}){3}$/);
    expect(await other.who()).toBeNull();
    expect(await browser.who()).toBe(email);
    expect(await browser.read('/api/account')).toMatchObject({ totp: { isOn: true, recoveryCodesLeft: 10 } });
    expect((await mailsOf(portal, email)).at(-1)?.text?.subject).toBe('Two-step sign-in is on');
    await problemOf(browser.send('POST', '/api/account/totp', { currentPassword: password }), 'state-refused', 409);
  });

  it('stores neither the secret nor a recovery code so that it can be read', async () => {
    const { portal, totp } = await withTotp();
    const stored = JSON.stringify([
      await portal.services.db.read.select().from(totpSecrets),
      await portal.services.db.read.select().from(recoveryCodes),
    ]);
    expect(stored).not.toContain(totp.secret);
    for (const code of totp.recoveryCodes) {
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replaceAll('-', ''));
    }
  });

  it('is undone with the password; codes are not asked for then', async () => {
    const { portal, person } = await withTotp();
    await problemOf(person.browser.send('POST', '/api/account/totp/removal', {}), 'invalid-input', 422);
    const answer = await person.browser.send('POST', '/api/account/totp/removal', { currentPassword: password });
    expect(answer.status).toBe(204);
    expect(await person.browser.who()).toBe(email);
    const signIn = await browserOf(portal).send('POST', '/api/session', { email, password });
    expect(await signIn.json()).toEqual({ signedIn: true });
    const { rows } = await portal.services.db.raw.execute('select count(*) as n from recovery_codes');
    expect(rows[0]?.['n']).toBe(0);
  });
});

describe('a recovery code', () => {
  it('stands in for the app once, however it is typed, and its owner is told', async () => {
    const { portal, totp, halfway } = await withTotp();
    const [code = ''] = totp.recoveryCodes;
    const typed = code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l');
    const browser = await halfway();
    expect((await browser.recover(typed)).status).toBe(201);
    expect(await browser.read('/api/account')).toMatchObject({ totp: { recoveryCodesLeft: 9 } });
    expect((await mailsOf(portal, email)).at(-1)?.text?.subject).toBe('A recovery code was used');
    await problemOf((await halfway()).recover(code), 'wrong-code', 401);
  });

  it('opens no other account', async () => {
    const { portal, totp } = await withTotp();
    const other = await makePerson(portal, 'bob@aruku.example', 'agent');
    await setUpTotp(portal, other.browser);
    const browser = browserOf(portal);
    await browser.send('POST', '/api/session', { email: other.email, password });
    const recoveryCode = totp.recoveryCodes[0];
    await problemOf(browser.send('POST', '/api/session/code', { recoveryCode }), 'wrong-code', 401);
  });

  it('ends when new ones are made', async () => {
    const { totp, person, halfway } = await withTotp();
    const answer = await person.browser.send('POST', '/api/account/recovery-codes', { currentPassword: password });
    const { recoveryCodes: fresh } = (await answer.json()) as { recoveryCodes: string[] };
    expect(fresh).toHaveLength(10);
    const browser = await halfway();
    await problemOf(browser.recover(totp.recoveryCodes[0] ?? ''), 'wrong-code', 401);
    expect((await browser.recover(fresh[9] ?? '')).status).toBe(201);
  });
});

describe('a secret at rest', () => {
  it('is read again under its key and for its account only, and not once it was changed', async () => {
    const { services } = await makeServices();
    const sealed = seal(services, 'emma', 'a secret');
    expect(unseal(services, 'emma', sealed)).toBe('a secret');
    expect(seal(services, 'emma', 'a secret')).not.toBe(sealed);
    expect(() => unseal(services, 'ichiro', sealed)).toThrow();
    expect(() => unseal({ secret: 'another secret, as long as it has to be' }, 'emma', sealed)).toThrow();
    const changed = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA');
    expect(() => unseal(services, 'emma', changed)).toThrow();
  });
});
