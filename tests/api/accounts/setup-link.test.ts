import { describe, expect, it } from 'vitest';
import { makeSetupToken } from '../../../api/accounts/setup.ts';
import { hashOf } from '../../../api/sessions/tokens.ts';
import { cast } from '../../support/cast.ts';
import { makePortal } from '../../support/services.ts';
import { onlyOnFile } from '../../support/test-database.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { askSignedIn, newSetupToken, setUpOwner } from '../support/portal.ts';
import { dayMs } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

function setUp(
  { app }: Portal,
  token: string,
  who: { name: string; email: string; password: string; language: string },
) {
  const { name, email, password, language } = who;
  return sendJson(app.request, '/api/setup', { token, name, email, password, language });
}

describe('the one-time link', () => {
  it('makes the first owner account, and signs the owner in', async () => {
    const portal = await makePortal();
    const ask = askSignedIn(portal);
    const { name, email, password, language } = cast.emma;
    const token = await newSetupToken(portal);
    const answer = await sendJson(ask, '/api/setup', { token, name, email: 'Emma@Aruku.example', password, language });
    expect(answer.status).toBe(201);
    const account = await answer.json();
    expect(account).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name, email, language, role: 'owner' });
    expect(await (await ask('/api/session')).json()).toEqual({ account });
  });

  it('works once only', async () => {
    const portal = await makePortal();
    const token = await newSetupToken(portal);
    expect((await setUp(portal, token, cast.emma)).status).toBe(201);
    const again = await problemOf(setUp(portal, token, cast.ichiro), 'setup-closed', 410);
    expect(again.title).toBe('この初期設定リンクは使えません');
    expect((await rowCounts(portal.services.db)).accounts).toBe(1);
  });

  it('is open as long as only members have an account, who may register before anybody has set the portal up', async () => {
    const portal = await makePortal();
    await portal.services.db.raw.execute(
      "insert into accounts (id, email, name, language, role, state, created_at) values ('m', 'm@x.example', 'M', 'ja', 'member', 'active', 0)",
    );
    const token = await newSetupToken(portal);
    expect((await setUp(portal, token, cast.emma)).status).toBe(201);
  });

  it('stays used, even if the account it made is gone', async () => {
    const portal = await makePortal();
    const token = await newSetupToken(portal);
    await setUp(portal, token, cast.emma);
    await portal.services.db.raw.execute('delete from accounts');
    await problemOf(setUp(portal, token, cast.ichiro), 'setup-closed', 410);
    expect((await rowCounts(portal.services.db)).accounts).toBe(0);
  });

  it('makes one owner of two people who use it at the same moment', async () => {
    const portal = await makePortal();
    const token = await newSetupToken(portal);
    const answers = await Promise.all([setUp(portal, token, cast.emma), setUp(portal, token, cast.ichiro)]);
    const [emmas, ichiros] = answers.map(({ status }) => status);
    expect(`${emmas} ${ichiros}`).toMatch(/^(201 410|410 201)$/);
    const winner = emmas === 201 ? cast.emma : cast.ichiro;
    const { rows } = await portal.services.db.raw.execute('select email from accounts');
    expect(rows).toMatchObject([{ email: winner.email }]);
  });

  it('works for 24 hours, and then no longer', async () => {
    const portal = await makePortal();
    const token = await newSetupToken(portal);
    portal.time.now += dayMs;
    await problemOf(setUp(portal, token, cast.emma), 'setup-closed', 410);
    portal.time.now -= 1;
    expect((await setUp(portal, token, cast.emma)).status).toBe(201);
  });

  it(
    'stops working when a new start prints another',
    onlyOnFile('processes that share a database leave each other’s links valid'),
    async () => {
      const portal = await makePortal();
      const first = await newSetupToken(portal);
      const second = await newSetupToken(portal);
      expect(second).not.toBe(first);
      await problemOf(setUp(portal, first, cast.emma), 'setup-closed', 410);
      expect((await setUp(portal, second, cast.emma)).status).toBe(201);
    },
  );

  it('is not made any more once there is an owner', async () => {
    const portal = await makePortal();
    await setUpOwner(portal);
    const { db, clock, random } = portal.services;
    expect(await makeSetupToken(db, clock(), random)).toBeNull();
  });

  it('is refused once there is an owner, however fresh it is', async () => {
    const portal = await makePortal();
    await setUpOwner(portal);
    const token = 'a link that should not exist';
    await portal.services.db.raw.execute({
      sql: 'insert into setup_links values (?, ?, null)',
      args: [hashOf(token), portal.time.now + dayMs],
    });
    await problemOf(setUp(portal, token, cast.ichiro), 'setup-closed', 410);
    expect((await rowCounts(portal.services.db)).accounts).toBe(1);
  });

  it('cannot be guessed: a token that was never printed is refused', async () => {
    const portal = await makePortal();
    await newSetupToken(portal);
    await problemOf(setUp(portal, 'A'.repeat(32), cast.emma), 'setup-closed', 410);
    expect((await rowCounts(portal.services.db)).accounts).toBe(0);
  });

  it('is stored as a hash only, and so is the password it sets', async () => {
    const portal = await makePortal();
    const token = await newSetupToken(portal);
    await setUp(portal, token, cast.emma);
    const links = await portal.services.db.raw.execute('select token_hash from setup_links');
    expect(links.rows).toMatchObject([{ token_hash: hashOf(token) }]);
    const accounts = await portal.services.db.raw.execute('select * from accounts');
    expect(JSON.stringify(accounts.rows)).not.toContain(cast.emma.password);
  });
});
