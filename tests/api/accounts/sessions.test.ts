import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Problem } from '../../../api/problem.ts';
import { hashOf } from '../../../api/sessions/tokens.ts';
import { cast } from '../../support/cast.ts';
import { makePortal, mondayMorning } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { askSignedIn, setUpOwner } from '../support/portal.ts';
import { dayMs } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

const { email, password, name, language } = cast.emma;

/** A portal whose owner has signed in on a device of her own. The session library's clock is the test's, too. */
async function makeSession(publicUrl?: string, role = 'owner') {
  vi.useFakeTimers({ toFake: ['Date'], now: mondayMorning });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const portal = await makePortal(publicUrl === undefined ? {} : { publicUrl });
  await setUpOwner(portal);
  portal.cookies.clear();
  await portal.services.db.raw.execute('delete from sessions');
  await portal.services.db.raw.execute({ sql: 'update accounts set role = ?', args: [role] });
  const signIn = (headers: Record<string, string> = {}) =>
    sendJson(portal.app.request, '/api/session', { email, password }, { headers });
  const answer = await signIn();
  const [cookie = ''] = answer.headers.getSetCookie();
  const [pair = ''] = cookie.split(';');
  return {
    ...portal,
    signIn,
    cookie,
    pair,
    token: pair.split('=')[1] ?? '',
    accountOf: async (ofCookie: string) => {
      const { account } = (await (
        await portal.app.request('/api/session', { headers: { Cookie: ofCookie } })
      ).json()) as { account: { email: string } | null };
      return account?.email ?? null;
    },
    pass: (ms: number) => {
      portal.time.now += ms;
      vi.setSystemTime(portal.time.now);
    },
  };
}

describe('a session', () => {
  it('is a cookie that scripts cannot read, for this site only', async () => {
    const { cookie } = await makeSession();
    const [pair, ...flags] = cookie.split('; ');
    expect(pair).toMatch(/^mado-session=[\w-]{32}$/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax']);
  });

  it('is bound to the host over https', async () => {
    const { cookie, pair, accountOf } = await makeSession('https://help.aruku.example');
    const [, ...flags] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-mado-session=[\w-]{32}$/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure']);
    expect(await accountOf(pair)).toBe(email);
    expect(await accountOf(pair.replace('__Host-', ''))).toBeNull();
  });

  it('is stored as the hash of its token only', async () => {
    const { token, services } = await makeSession();
    const { rows } = await services.db.raw.execute('select * from sessions');
    expect(rows).toMatchObject([{ id: hashOf(token) }]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is nobody’s without a cookie, with another token, and with what the database holds', async () => {
    const { app, accountOf, token } = await makeSession();
    const answer = await app.request('/api/session');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ account: null });
    expect(await accountOf(`mado-session=${'A'.repeat(32)}`)).toBeNull();
    expect(await accountOf(`mado-session=${hashOf(token)}`)).toBeNull();
  });

  it('shows its owner to herself, without her password', async () => {
    const { app, pair } = await makeSession();
    const answer = await app.request('/api/session', { headers: { Cookie: pair } });
    const id = expect.any(String);
    expect(await answer.json()).toEqual({ account: { id, email, name, language, role: 'owner' } });
  });

  it.each([
    ['12 hours', 'owner', dayMs / 2],
    ['14 days', 'member', 14 * dayMs],
  ])('ends %s after it was last used, for %s', async (_, role, idleMs) => {
    const { pair, pass, accountOf, services } = await makeSession(undefined, role);
    pass(idleMs - 1000);
    expect(await accountOf(pair)).toBe(email);
    pass(idleMs);
    expect(await accountOf(pair)).toBeNull();
    expect((await rowCounts(services.db)).sessions).toBe(0);
  });

  it.each([
    ['7 days', 'owner', 7 * dayMs],
    ['30 days', 'member', 30 * dayMs],
  ])('ends after %s, however much it is used, for %s', async (_, role, longestMs) => {
    const { pair, pass, accountOf, services } = await makeSession(undefined, role);
    for (let ms = 0; ms < longestMs; ms += dayMs / 4) {
      expect(await accountOf(pair)).toBe(email);
      pass(dayMs / 4);
    }
    expect(await accountOf(pair)).toBeNull();
    expect((await rowCounts(services.db)).sessions).toBe(0);
  });

  it('is kept, and its use not noted, when nothing can be written', async () => {
    const { pair, pass, accountOf, services } = await makeSession();
    pass(dayMs / 4);
    const write = vi.spyOn(services.db, 'write').mockRejectedValue(new Problem('storage-full'));
    expect(await accountOf(pair)).toBe(email);
    expect(write).toHaveBeenCalledOnce();
  });

  it('ends when the same browser signs in anew; other devices stay signed in', async () => {
    const { pair, signIn, accountOf, services } = await makeSession();
    const otherDevice = (await signIn()).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const renewed = (await signIn({ Cookie: pair })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(renewed).not.toBe(pair);
    expect(await accountOf(pair)).toBeNull();
    expect(await accountOf(renewed)).toBe(email);
    expect(await accountOf(otherDevice)).toBe(email);
    expect((await rowCounts(services.db)).sessions).toBe(2);
  });

  it('ends at the sign-out: for the server, not only for the browser', async () => {
    const { app, pair, accountOf, services } = await makeSession();
    const answer = await app.request('/api/session', { method: 'DELETE', headers: { Cookie: pair } });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^mado-session=; Max-Age=0; Path=\//)]);
    expect(await accountOf(pair)).toBeNull();
    expect((await rowCounts(services.db)).sessions).toBe(0);
  });

  it('clears its cookie over https with the flags that the name demands', async () => {
    const { app, pair } = await makeSession('https://help.aruku.example');
    const answer = await app.request('/api/session', { method: 'DELETE', headers: { Cookie: pair } });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie.split('; ').sort()).toEqual(['Max-Age=0', 'Path=/', 'Secure', '__Host-mado-session=']);
  });

  it('ends with every other of an account when all are ended', async () => {
    const { pair, accountOf, services } = await makeSession();
    const { rows } = await services.db.raw.execute('select id from accounts');
    await services.sessions.endAllOf('somebody else');
    expect(await accountOf(pair)).toBe(email);
    await services.sessions.endAllOf(rows[0]?.['id'] as string);
    expect(await accountOf(pair)).toBeNull();
  });

  it('that has ended by itself is forgotten, and no other', async () => {
    const { signIn, pass, accountOf, services } = await makeSession(undefined, 'member');
    pass(10 * dayMs);
    const younger = (await signIn()).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    pass(5 * dayMs);
    expect((await rowCounts(services.db)).sessions).toBe(2);
    await services.sessions.forgetExpired();
    expect((await rowCounts(services.db)).sessions).toBe(1);
    expect(await accountOf(younger)).toBe(email);
  });

  it('can be signed out of twice, or never having been signed in', async () => {
    const { app } = await makeSession();
    expect((await app.request('/api/session', { method: 'DELETE' })).status).toBe(204);
  });
});

describe('the client of a portal', () => {
  it('is signed in by the cookie and signed out again', async () => {
    const portal = await makePortal();
    await setUpOwner(portal);
    expect(await (await portal.api.session.$get()).json()).toMatchObject({ account: { email } });
    await askSignedIn(portal)('/api/session', { method: 'DELETE' });
    expect(portal.cookies.size).toBe(0);
    expect(await (await portal.api.session.$get()).json()).toEqual({ account: null });
  });
});
