import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../../api/db/database.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendForm, sendJson } from '../support/ask.ts';
import { openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { smallPages } from '../support/shells.ts';
import { rowCounts } from '../support/stored.ts';

/** Gives up the lock on the file, so that another program can take it; it is taken back by the next write. */
async function letGo({ raw }: Database): Promise<void> {
  for (const sql of ['pragma journal_mode = delete', 'pragma locking_mode = normal']) await raw.execute(sql);
  await raw.execute('select count(*) from sqlite_schema');
}

/** Another program that has the file open. */
function openElsewhere(folder: string) {
  const other = createClient({ url: `file:${join(folder, 'portal.db')}`, concurrency: 1 });
  onTestFinished(() => other.close());
  return other;
}

describe('a database that another program is writing to', () => {
  it('answers that it is busy and when to try again; nothing is stored until it is free', async () => {
    const { app, services, folder } = await makePortal();
    await letGo(services.db);
    const writing = await openElsewhere(folder).transaction('write');
    const answer = await sendJson(app.request, '/api/tickets', lateParcel);
    expect(answer.headers.get('Retry-After')).toBe('2');
    expect(await problemOf(answer, 'database-busy', 503)).toMatchObject({
      title: 'ただいま保存できません。少し待ってからもう一度お試しください',
    });

    await writing.rollback();
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 0, messages: 0, idempotency_keys: 0 });
    // The other program lets go a moment after it has ended its write.
    await expect.poll(async () => (await sendJson(app.request, '/api/tickets', lateParcel)).status).toBe(201);
    expect((await rowCounts(services.db)).conversations).toBe(1);
  });

  it('keeps what was typed into a form that could not be stored', async () => {
    const { app, services, folder } = await makePortal({ pages: smallPages });
    await letGo(services.db);
    const writing = await openElsewhere(folder).transaction('write');
    const { email, subject, message, language } = lateParcel;
    const answer = await sendForm(app.request, '/api/tickets', { email, subject, message, language });
    await writing.rollback();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('2');
    const page = await answer.text();
    expect(page).toContain('ただいま保存できません');
    for (const typed of [email, subject, message]) expect(page).toContain(typed);
  });

  it('is busy for readers, too, when it is held against them', async () => {
    const { app, services, folder } = await makePortal();
    await letGo(services.db);
    const other = openElsewhere(folder);
    await other.execute('pragma locking_mode = exclusive');
    await other.execute('create table foreigners (id integer)');
    const headers = { Cookie: 'mado-session=somebody' };
    const answer = await app.request('/api/session', { headers });
    expect(answer.headers.get('Retry-After')).toBe('2');
    await problemOf(answer, 'database-busy', 503);

    await other.execute('pragma locking_mode = normal');
    await other.execute('select count(*) from foreigners');
    expect((await app.request('/api/session', { headers })).status).toBe(200);
  });
});

describe('a disk that is full', () => {
  it('answers so, keeps what it has, and goes on when there is room again', async () => {
    const portal = await makePortal();
    const { raw } = portal.services.db;
    const { requestUrl } = await openTicket(portal, lateParcel);
    const before = await rowCounts(portal.services.db);
    const { rows } = await raw.execute('pragma page_count');
    await raw.execute(`pragma max_page_count = ${Number(rows[0]?.['page_count'])}`);
    const send = () => sendJson(portal.app.request, `${requestUrl}messages`, { message: '長'.repeat(5000) });
    const answer = await send();
    expect(answer.headers.get('Retry-After')).toBe('60');
    await problemOf(answer, 'storage-full', 507);
    expect(await rowCounts(portal.services.db)).toEqual(before);

    await raw.execute('pragma max_page_count = 100000');
    expect((await send()).status).toBe(201);
    expect((await rowCounts(portal.services.db)).messages).toBe(before.messages + 1);
  });
});
