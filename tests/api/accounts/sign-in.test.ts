import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { setUpOwner } from '../support/portal.ts';
import { rowCounts } from '../support/stored.ts';

const { email, password } = cast.emma;

async function makeOwnedPortal() {
  const portal = await makePortal();
  await setUpOwner(portal);
  const signIn = (credentials: { email: string; password: string }) =>
    sendJson(portal.app.request, '/api/session', credentials);
  return { ...portal, signIn };
}

describe('signing in', () => {
  it('takes the address however it is written', async () => {
    const { signIn } = await makeOwnedPortal();
    const answer = await signIn({ email: 'EMMA@Aruku.Example', password });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ signedIn: true });
  });

  it('says the same of a wrong password and of an address nobody has', async () => {
    const { signIn, services } = await makeOwnedPortal();
    const before = await rowCounts(services.db);
    const wrong = await signIn({ email, password: 'boots made for running' });
    const unknown = await signIn({ email: 'nobody@aruku.example', password });
    for (const answer of [wrong, unknown]) expect(answer.headers.getSetCookie()).toEqual([]);
    const { requestId: _, ...toWrong } = await problemOf(wrong, 'wrong-credentials', 401);
    const { requestId: __, ...toUnknown } = await problemOf(unknown, 'wrong-credentials', 401);
    expect(toUnknown).toEqual(toWrong);
    expect(await rowCounts(services.db)).toEqual(before);
  });
});

// Each guess costs a hash, on purpose.
describe('guessing a password', { timeout: 60_000 }, () => {
  const guess = { email, password: 'a guess' };

  it('may be tried eight times, then the right one has to wait as well', async () => {
    const { signIn } = await makeOwnedPortal();
    // The set-up itself was the first try for this address.
    for (let tries = 1; tries < 8; tries += 1) await problemOf(signIn(guess), 'wrong-credentials', 401);
    const refused = await signIn({ email, password });
    const seconds = Number(refused.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(840);
    expect(seconds).toBeLessThanOrEqual(900);
    await problemOf(refused, 'too-many-tries', 429);
  });

  it('is counted for an address however it is written, and for each address alone', async () => {
    const { signIn } = await makeOwnedPortal();
    for (let tries = 0; tries < 8; tries += 1) {
      const written = tries % 2 === 0 ? 'ichiro@aruku.example' : 'Ichiro@Aruku.Example';
      await problemOf(signIn({ email: written, password: 'a guess' }), 'wrong-credentials', 401);
    }
    await problemOf(signIn({ email: cast.ichiro.email, password: 'a guess' }), 'too-many-tries', 429);
    expect((await signIn({ email, password })).status).toBe(201);
  });

  it('is forgiven by a sign-in that succeeds', async () => {
    const { signIn } = await makeOwnedPortal();
    for (let tries = 1; tries < 7; tries += 1) await problemOf(signIn(guess), 'wrong-credentials', 401);
    expect((await signIn({ email, password })).status).toBe(201);
    for (let tries = 0; tries < 8; tries += 1) await problemOf(signIn(guess), 'wrong-credentials', 401);
    await problemOf(signIn(guess), 'too-many-tries', 429);
  });

  it('may be tried again after a quarter of an hour', async () => {
    const { signIn, time } = await makeOwnedPortal();
    for (let tries = 1; tries < 8; tries += 1) await problemOf(signIn(guess), 'wrong-credentials', 401);
    await problemOf(signIn({ email, password }), 'too-many-tries', 429);
    time.now += 900_000;
    expect((await signIn({ email, password })).status).toBe(201);
  });

  it('from one network address stops after a hundred tries, whatever the e-mail addresses', async () => {
    const { signIn } = await makeOwnedPortal();
    const statuses = await Promise.all(
      Array.from({ length: 101 }, async (_, index) => {
        const { status } = await signIn({ email: `guess-${index}@aruku.example`, password: 'a guess' });
        return status;
      }),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(99);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it('of set-up links is limited like guessing passwords', async () => {
    const { app } = await makePortal();
    const { name, language } = cast.emma;
    const tryToken = (index: number) =>
      sendJson(app.request, '/api/setup', { token: `${index}`.padEnd(32, 'A'), name, email, password, language });
    for (let tries = 0; tries < 8; tries += 1) await problemOf(tryToken(tries), 'setup-closed', 410);
    await problemOf(tryToken(8), 'too-many-tries', 429);
  });
});
