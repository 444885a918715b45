import { randomBytes, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { asMigration, migrate, MigrationError } from '../../../api/db/migrate.ts';
import { DatabaseUnreachableError, openSharedDatabase } from '../../../api/db/shared-database.ts';
import { cast } from '../../support/cast.ts';
import { makePortal } from '../../support/services.ts';
import { type HranaProcess, startHranaServer } from '../../support/shared-database.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { askSignedIn, newSetupToken, openTicket, setUpOwner } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

let server: HranaProcess;
beforeAll(async () => {
  server = await startHranaServer();
});
afterAll(() => server.stop());

/** A database of its own, opened as by so many processes. */
async function openBy(count: number) {
  const name = randomUUID();
  const open = () => openSharedDatabase({ url: server.urlOf(name), authToken: server.authToken });
  const databases = await Promise.all(Array.from({ length: count }, open));
  onTestFinished(async () => {
    for (const db of databases) await db.close();
  });
  return { databases, file: server.fileOf(name) };
}

async function openOne() {
  const { databases, file } = await openBy(1);
  const [db] = databases;
  if (!db) throw new Error('No database');
  return { db, file };
}

async function twoPortals() {
  const { databases } = await openBy(2);
  const [here, there] = await Promise.all(databases.map((db) => makePortal({ db, random: randomBytes })));
  if (!here || !there) throw new Error('No portals');
  return [here, there] as const;
}

const first = asMigration('0001-shoes.sql', "create table shoes (id text);\ninsert into shoes values ('boots');\n");
const second = asMigration('0002-size.sql', 'alter table shoes add column size integer;\n');

describe('a database server', () => {
  it('that does not know the token is not opened, and the token is not repeated', async () => {
    const failure = await openSharedDatabase({ url: server.urlOf('closed'), authToken: 'hunter2' }).catch(String);
    expect(failure).toBe(
      'DatabaseUnreachableError: the database server could not be reached: HTTP 401 {"error":"Unauthorized: wrong token"}',
    );
  });

  it('that is not there is not opened', async () => {
    const url = 'http://127.0.0.1:9/';
    await expect(openSharedDatabase({ url, authToken: undefined })).rejects.toThrow(DatabaseUnreachableError);
  });
});

describe('migrations by several processes at once', () => {
  it('run once each, whoever is faster', async () => {
    const { databases } = await openBy(4);
    const ran = await Promise.all(databases.map((db) => migrate(db.raw, [first, second])));
    expect(ran.flat().sort()).toEqual([first.name, second.name]);
    const rows = await databases[0]?.raw.execute('select id, size from shoes');
    expect(rows?.rows).toMatchObject([{ id: 'boots', size: null }]);
  });

  it('of this release make one schema', async () => {
    const { databases } = await openBy(3);
    const ran = (await Promise.all(databases.map((db) => migrate(db.raw)))).flat();
    expect(ran).toContain('0001-founding.sql');
    expect(new Set(ran).size).toBe(ran.length);
  });

  it('that differ are refused by the one that comes second', async () => {
    const { databases } = await openBy(2);
    const theirs = [first, asMigration(first.name, 'create table boots (id text);\n')];
    const outcomes = await Promise.allSettled(
      databases.map((db, index) => migrate(db.raw, theirs.slice(index, index + 1))),
    );
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refusals).toEqual([
      new MigrationError('0001-shoes.sql has changed since it ran. Add a new migration instead.'),
    ]);
  });
});

describe('an answer that is cut off after the commit', () => {
  it('is not known to be stored: none of the writes that shared it is repeated', async () => {
    const { db } = await openOne();
    await db.raw.execute('create table counted (number integer)');
    await server.cutAfterCommit(1, 'insert into counted');
    const writes = [1, 2, 3].map((number) => db.write([sql`insert into counted values (${number})`]));
    for (const outcome of await Promise.allSettled(writes)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { slug: 'database-busy' } });
    }
    const { rows } = await db.raw.execute('select count(*) as count from counted');
    expect(rows[0]?.['count']).toBe(3);
    expect(await db.write([sql`delete from counted`])).toEqual([{ changes: 3 }]);
  });

  it('makes no second ticket when the customer tries again with the same key', async () => {
    const { db } = await openOne();
    const { app } = await makePortal({ db });
    await server.cutAfterCommit(1, 'insert into "conversations"');
    const send = () =>
      sendJson(app.request, '/api/tickets', lateParcel, { headers: { 'Idempotency-Key': 'cut-in-the-middle' } });
    const answer = await send();
    expect(answer.headers.get('Retry-After')).toBe('2');
    await problemOf(answer, 'database-busy', 503);
    const stored = await rowCounts(db);
    expect(stored).toMatchObject({ conversations: 1, messages: 1 });

    const again = await send();
    expect(again.status).toBe(201);
    expect(await rowCounts(db)).toEqual(stored);
    const { reference } = (await again.json()) as { reference: string };
    const { rows } = await db.raw.execute('select reference from conversations');
    expect(rows).toMatchObject([{ reference }]);
  });
});

describe('a database server in trouble', () => {
  it('that another writer holds is busy, and writes go on when it is free', async () => {
    const { db, file } = await openOne();
    await db.raw.execute('create table counted (number integer)');
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const write = () => db.write([sql`insert into counted values (1)`]);
    await expect(write()).rejects.toMatchObject({ slug: 'database-busy', extras: { retryAfterSeconds: 2 } });
    other.exec('rollback');
    other.close();
    expect(await write()).toEqual([{ changes: 1 }]);
  });

  it('that is full says so, is still read from, and takes writes again when there is room', async () => {
    const { db } = await openOne();
    await db.raw.execute('create table kept (text text)');
    const write = () => db.write([sql`insert into kept values (${'長'.repeat(5000)})`]);
    await server.leaveRoom(2);
    await expect(write()).rejects.toMatchObject({ slug: 'storage-full' });
    expect((await db.raw.execute('select count(*) as count from kept')).rows).toMatchObject([{ count: 0 }]);
    await server.leaveRoom(1_000_000);
    expect(await write()).toEqual([{ changes: 1 }]);
  });

  it('that goes away is busy for readers and writers alike', async () => {
    const leaving = await startHranaServer();
    const db = await openSharedDatabase({ url: leaving.urlOf('leaving'), authToken: leaving.authToken });
    const { app } = await makePortal({ db });
    await leaving.stop();
    const read = await app.request('/api/session', { headers: { Cookie: 'mado-session=somebody' } });
    await problemOf(read, 'database-busy', 503);
    await problemOf(await sendJson(app.request, '/api/tickets', lateParcel), 'database-busy', 503);
    await db.close();
  });
});

describe('two portals on one database', () => {
  it('have their tickets and sessions in common', async () => {
    const [here, there] = await twoPortals();
    await setUpOwner(here);
    const { reference } = await openTicket(here, lateParcel);
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    const answer = await askSignedIn(there)(`/api/tickets/${reference}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ reference, email: lateParcel.email });
  });

  it('both print a link for the first owner; one of them makes one', async () => {
    const [here, there] = await twoPortals();
    const links = [await newSetupToken(here), await newSetupToken(there)];
    const { name, email, password, language } = cast.emma;
    const answers = await Promise.all(
      [here, there].map(({ app }, index) =>
        sendJson(app.request, '/api/setup', { token: links[index], name, email, password, language }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 410]));
    expect((await rowCounts(here.services.db)).accounts).toBe(1);
  });

  it('show what the other publishes within a minute', async () => {
    const [here, there] = await twoPortals();
    const { noticeBoard } = there.services;
    await noticeBoard.refresh();
    expect(await noticeBoard.version('ja')).toBe('');
    const now = here.time.now;
    await here.services.db.raw.execute(
      `insert into notices (id, kind, severity, title_ja, title_en, text_ja, text_en, starts_at, changed_at, created_at)
       values ('n', 'outage', 'major', '障害', 'Outage', '調査中です。', 'We are on it.', ${now}, ${now}, ${now})`,
    );
    there.time.now += 60_000;
    expect(await noticeBoard.version('ja')).not.toBe('');
    expect((await noticeBoard.shown('en', null)).items.join()).toContain('Outage');
  });
});
