import { describe, expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { problemOf } from '../support/ask.ts';
import { accountAt, browserOf, mailsOf, makePerson, recorded, tokenFor, statusesOf } from './people-of-tests.ts';

const email = 'aya@aruku.example';

async function asked() {
  const portal = await makePortal();
  await makePerson(portal, email, 'agent');
  const browser = browserOf(portal);
  const answer = await browser.send('POST', '/api/sign-in-links', { email: 'Aya@aruku.example' });
  expect(answer.status).toBe(202);
  const open = (token: string) => browser.send('POST', '/api/session/link', { token });
  return { portal, browser, open, token: await tokenFor(portal, email) };
}

describe('a link to sign in', () => {
  it('signs in whoever sends it, once', async () => {
    const { portal, browser, open, token } = await asked();
    expect(await browser.who()).toBeNull();
    expect(await (await open(token)).json()).toEqual({ signedIn: true });
    expect(await browser.who()).toBe(email);
    expect((await accountAt(portal, email))?.lastSignInAt).toBe(portal.time.now);
    expect((await recorded(portal)).at(-1)).toBe('signed-in');
    await problemOf(open(token), 'link-unknown', 404);
  });

  it('is used by one of two who send it at the same moment', async () => {
    const { open, token } = await asked();
    const statuses = await statusesOf([open(token), open(token)]);
    expect(statuses).toEqual([201, 404]);
  });

  it('is opened by mail scanners without being used up: the page behind it asks for a click', async () => {
    const { portal, browser, open, token } = await asked();
    const [mail] = await mailsOf(portal, email);
    const button = mail?.text?.blocks.find((block) => 'button' in block);
    const url = new URL(button && 'url' in button ? button.url : '');
    expect(url.hash).toBe(`#sign-in=${token}`);
    for (const method of ['GET', 'HEAD']) await browser.ask(`${url.pathname}${url.search}`, { method });
    expect((await open(token)).status).toBe(201);
  });

  it('works for a quarter of an hour', async () => {
    const { portal, open, token } = await asked();
    portal.time.now += 15 * 60_000;
    await problemOf(open(token), 'link-unknown', 404);
    portal.time.now -= 1;
    expect((await open(token)).status).toBe(201);
  });

  it('is in no table, and in no mail that was queued', async () => {
    const { portal, token } = await asked();
    for (const table of ['one_time_tokens', 'outbox', 'audit_log']) {
      const { rows } = await portal.services.db.raw.execute(`select * from ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(token);
    }
  });

  it('does not let in who has been suspended since', async () => {
    const { portal, open, token } = await asked();
    await portal.services.db.raw.execute("update accounts set state = 'suspended'");
    await problemOf(open(token), 'link-unknown', 404);
  });

  it('ends when the password is changed', async () => {
    const { portal, open, token } = await asked();
    const other = browserOf(portal);
    await other.send('POST', '/api/session', { email, password: 'a walk before breakfast' });
    const change = { currentPassword: 'a walk before breakfast', password: 'a walk after supper' };
    expect((await other.send('PUT', '/api/account/password', change)).status).toBe(204);
    await problemOf(open(token), 'link-unknown', 404);
  });

  it('is sent three times in a quarter of an hour at most, and the answer stays the same', async () => {
    const { portal } = await asked();
    for (let asks = 0; asks < 4; asks += 1) {
      const answer = await browserOf(portal).send('POST', '/api/sign-in-links', { email });
      expect(await answer.json()).toEqual({ asked: true });
    }
    expect(await mailsOf(portal, email)).toHaveLength(3);
  });

  it('cannot be guessed by trying, and who tries locks nobody else out', async () => {
    const { portal, token } = await asked();
    const tryFrom = async (remoteAddress: string, tried: string) => {
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token: tried }),
      };
      return (await portal.app.request('/api/session/link', init, { incoming: { socket: { remoteAddress } } })).status;
    };
    for (let tries = 0; tries < 80; tries += 1) {
      expect(await tryFrom(`203.0.113.${Math.floor(tries / 8)}`, 'A'.repeat(32))).toBe(404);
    }
    expect(await tryFrom('203.0.113.1', token)).toBe(429);
    expect(await tryFrom('192.0.2.1', token)).toBe(201);
  });

  it('lets people in who have no password at all', async () => {
    const { portal, browser, open, token } = await asked();
    await portal.services.db.raw.execute('update accounts set password_hash = null');
    const wrong = browserOf(portal).send('POST', '/api/session', { email, password: 'a walk before breakfast' });
    await problemOf(wrong, 'wrong-credentials', 401);
    expect((await open(token)).status).toBe(201);
    expect(await browser.who()).toBe(email);
  });
});
