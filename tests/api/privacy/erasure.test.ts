import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { attachments } from '../../../api/attachments/tables.ts';
import { eraseCustomer } from '../../../api/privacy/erase.ts';
import { applyErasureLog } from '../../../api/privacy/erasure-log.ts';
import { keepToRetention } from '../../../api/privacy/retention.ts';
import { conversations } from '../../../api/tickets/tables.ts';
import { postCustomerMessage } from '../../../api/channels/web/post-message.ts';
import { Problem } from '../../../api/problem.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { fileOf, sendJsonWithFiles } from '../support/files.ts';
import { openTicket } from '../support/portal.ts';
import { everyRow, holdFor, type Person, somebody, twoCustomers } from './crossing.ts';

const run = promisify(execFile);

/** Which of somebody's words stand in the bytes of the database's files, as another process finds them. */
async function wordsInFiles(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const word of words) {
    const { stdout } = await run('sh', [
      '-c',
      'cat "$0"/portal.db "$0"/portal.db-wal 2>/dev/null | grep -a -c -i -F -- "$1" || true',
      folder,
      word,
    ]);
    if (Number(stdout) > 0) found.push(word);
  }
  return found;
}

async function* oneChunk() {
  yield Buffer.from('half of a file');
}

const yesOrNo = [() => true, () => false] as const;

const erase = (services: Parameters<typeof eraseCustomer>[0], { id }: Person) =>
  eraseCustomer(services, { customerId: id, way: 'staff', accountId: null });

describe('erasing a customer', () => {
  it('leaves none of their words in any table, and everything of the others', async () => {
    const { services, hanako, tom } = await twoCustomers();
    const before = await everyRow(services);
    for (const word of [...hanako.words, ...tom.words]) expect(before).toContain(word);
    const counts = await erase(services, hanako);
    expect(counts).toMatchObject({
      messages: 5,
      conversations: 2,
      identities: 1,
      customers: 1,
      outbox: 5,
      notice_subscribers: 1,
    });
    const after = await everyRow(services);
    expect(after).not.toContain('Hanako');
    expect(after.toLowerCase()).not.toContain('hanako-address');
    for (const word of [tom.name, tom.email, ...tom.words]) expect(after).toContain(word);
  });

  it('leaves none of their words in the bytes of the file', async () => {
    const portal = await twoCustomers();
    const { services, folder, hanako, tom } = portal;
    for (let number = 0; number < 30; number += 1) {
      const [hers = '', his = ''] = [hanako.links[0], tom.links[0]];
      await sendJson(portal.app.request, `${hers}messages`, {
        message: `Hanako-long-${number} ${'絵'.repeat(number * 150)}`,
      });
      await sendJson(portal.app.request, `${his}messages`, {
        message: `Tomas-long-${number} ${'字'.repeat(number * 90)}`,
      });
    }
    const words = ['Hanako-', ...hanako.words, hanako.email];
    expect(await wordsInFiles(folder, words)).toEqual(words);
    await erase(services, hanako);
    expect(await wordsInFiles(folder, words)).toEqual([]);
    expect(await wordsInFiles(folder, ['Tomas-long-29'])).toEqual(['Tomas-long-29']);
  });

  it('takes files along, also those that came a moment ago, and leaves what is on its way', async () => {
    const { app, services, hanako, tom, time } = await twoCustomers();
    time.now = Date.now();
    for (const [{ links, name }, text] of [
      [hanako, 'a note of Hanako'],
      [tom, 'a note of Tom'],
    ] as const) {
      await sendJsonWithFiles(app.request, `${links[0]}messages`, { message: name }, [fileOf(text, 'note.txt')]);
    }
    const arriving = await services.uploads.store(oneChunk(), 100);
    const rows = await services.db.read.select().from(attachments).orderBy(attachments.createdAt);
    const files = [...rows.map(({ id }) => id), arriving?.id ?? ''].map((id) => services.uploads.pathOf(id));
    const present = () => Promise.all(files.map((path) => access(path).then(...yesOrNo)));
    expect(await present()).toEqual([true, true, true]);
    await erase(services, hanako);
    expect(await present()).toEqual([false, true, true]);
  });

  it('keeps that there were conversations, and when', async () => {
    const { services, hanako } = await twoCustomers();
    await erase(services, hanako);
    const rows = await services.db.read.select().from(conversations);
    expect(rows).toHaveLength(4);
    const erased = rows.filter(({ erasedAt }) => erasedAt !== null);
    expect(erased).toMatchObject([
      { subject: '', state: 'open' },
      { subject: '', state: 'waiting' },
    ]);
    for (const { reference } of erased) expect(reference).toMatch(/^E-[0-9A-F]{16}$/);
  });

  it('is said by their private links from then on, and refuses what they write', async () => {
    const { services, hanako, app, staff } = await twoCustomers();
    const [link = ''] = hanako.links;
    await erase(services, hanako);
    await problemOf(app.request(link), 'request-erased', 410);
    await problemOf(sendJson(app.request, `${link}messages`, { message: 'Hello?' }), 'request-erased', 410);
    await problemOf(app.request(`${link}data.json`), 'request-erased', 410);
    const list = await (await staff.ask('/api/tickets?view=all')).text();
    expect(list).not.toContain('E-');
    expect(JSON.parse(list)).toMatchObject({ tickets: [{ customer: 'Tomas-name' }, { customer: 'Tomas-name' }] });
  });

  it('is logged without anything that says who it was', async () => {
    const { services, hanako } = await twoCustomers();
    await erase(services, hanako);
    const [logged] = await services.erasureLog.read();
    expect(logged).toMatchObject({ way: 'staff', at: '2026-11-16T01:00:10.000Z' });
    expect(JSON.stringify(logged)).not.toContain(hanako.id);
    const { rows } = await services.db.raw.execute('select subject_hash, counts from erasures');
    expect(rows[0]?.['subject_hash']).toBe(logged?.subject);
    expect(JSON.parse(rows[0]?.['counts'] as string)).toMatchObject({ messages: 5 });
  });

  it('is done even where its file cannot be written, which is completed later', async () => {
    const { services, hanako } = await twoCustomers();
    const erasureLog = { ...services.erasureLog, append: () => Promise.reject(new Error('ENOSPC')) };
    await erase({ ...services, erasureLog }, hanako);
    expect((await everyRow(services)).includes('Hanako')).toBe(false);
    expect(await services.erasureLog.read()).toEqual([]);
    await applyErasureLog(services);
    expect(await services.erasureLog.read()).toMatchObject([{ way: 'staff' }]);
  });

  it('takes the account of a member along, and no account of staff', async () => {
    const { services, hanako } = await twoCustomers();
    await services.db.raw.executeMultiple(`
      insert into accounts (id, email, name, language, role, created_at)
        values ('member', '${hanako.email.toLowerCase()}', 'Hanako-public', 'ja', 'member', 1);
      insert into sessions (id, account_id, expires_at, created_at, device) values ('s', 'member', 1, 1, 'Hanako-phone');
    `);
    expect(await erase(services, hanako)).toMatchObject({ accounts: 1, sessions: 1 });
    expect((await everyRow(services)).includes('Hanako')).toBe(false);
    const { rows } = await services.db.raw.execute('select role, state from accounts order by role');
    expect(rows).toMatchObject([
      { role: 'member', state: 'suspended' },
      { role: 'owner', state: 'active' },
    ]);
  });

  it('happens once', async () => {
    const { services, hanako } = await twoCustomers();
    const outcomes = await Promise.allSettled([erase(services, hanako), erase(services, hanako)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await services.erasureLog.read()).toHaveLength(1);
  });

  it('lets them come back as somebody new', async () => {
    const portal = await twoCustomers();
    await erase(portal.services, portal.hanako);
    const again = await somebody(portal, 'Hanako', 'ja');
    expect(again.id).not.toBe(portal.hanako.id);
    expect(await portal.services.db.read.select().from(conversations)).toHaveLength(6);
  });

  it('takes along, or refuses, what is written at the same moment', async () => {
    for (const isFirst of [true, false]) {
      const { services, hanako } = await twoCustomers();
      const [{ id } = { id: '' }] = await services.db.read.select().from(conversations).limit(1);
      const write = () =>
        postCustomerMessage(
          services,
          id,
          { message: 'Hanako-meanwhile', language: 'ja' },
          { scope: `messages:${id}`, key: 'meanwhile', fingerprint: 'x' },
        );
      const both = isFirst ? [write(), erase(services, hanako)] : [erase(services, hanako), write()];
      const outcomes = await Promise.allSettled(both);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect((outcome.reason as Problem).slug).toBe('request-erased');
      }
      expect(await everyRow(services)).not.toContain('Hanako');
    }
  });

  it('takes more than one write where there is more, and goes on after a crash', async () => {
    const { services, hanako } = await twoCustomers();
    const { raw } = services.db;
    await raw.execute(
      `insert into messages (id, conversation_id, channel, direction, body, created_at)
       with recursive n (i) as (select 1 union all select i + 1 from n where i < 1700)
       select 'many-' || i, (select id from conversations where customer_id = '${hanako.id}' limit 1), 'web', 'in', 'Hanako-many', i from n`,
    );
    const write = services.db.write.bind(services.db);
    let writes = 0;
    const crashing: typeof write = (statements) => {
      writes += 1;
      return writes > 1 ? Promise.reject(new Error('crash')) : write(statements);
    };
    await expect(erase({ ...services, db: { ...services.db, write: crashing } }, hanako)).rejects.toThrow('crash');
    expect(await everyRow(services)).toContain('Hanako-many');
    await keepToRetention(services);
    expect(await everyRow(services)).not.toContain('Hanako');
  });

  it('is refused as long as something has to be kept', async () => {
    const { services, hanako, staff, time } = await twoCustomers();
    await holdFor(services, hanako, 30);
    const erasing = () => staff.ask(`/api/customers/${hanako.id}/erasure`, { method: 'POST' });
    await problemOf(erasing(), 'legal-hold', 409);
    expect(await everyRow(services)).toContain('Hanako-body-1');
    expect(await services.erasureLog.read()).toEqual([]);
    time.now += 29 * 86_400_000;
    await expect(erase(services, hanako)).rejects.toMatchObject({ slug: 'legal-hold' });
    time.now += 2 * 86_400_000;
    await erase(services, hanako);
    expect(await everyRow(services)).not.toContain('dispute about a refund');
  });

  it('is refused while one of their conversations has to be kept, until that is lifted', async () => {
    const portal = await twoCustomers();
    const { services, hanako, staff } = portal;
    const { reference } = await openTicket(portal, {
      email: hanako.email,
      subject: 's',
      message: 'm',
      language: 'ja',
      trail: [],
    });
    const until = services.clock() + 86_400_000;
    const path = `/api/customers/${hanako.id}/holds`;
    const placed = await sendJson(staff.ask, path, { reason: 'audit', until, reference });
    expect(placed.status).toBe(201);
    const { holds } = (await placed.json()) as { holds: { id: string; reference: string }[] };
    expect(holds).toMatchObject([{ reference }]);
    await expect(erase(services, hanako)).rejects.toMatchObject({ slug: 'legal-hold' });
    expect((await staff.ask(`${path}/${holds[0]?.id}`, { method: 'DELETE' })).status).toBe(200);
    await staff.ask(`/api/customers/${hanako.id}/erasure`, { method: 'POST' });
    const { rows } = await services.db.raw.execute(
      "select action, request_id from audit_log where action like 'customers:%' order by rowid",
    );
    expect(rows.map((row) => row['action'])).toEqual(['customers:hold', 'customers:lift-hold', 'customers:erase']);
    for (const row of rows) expect(row['request_id']).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is kept back by no day that is past or too far off: the day is named, in the reader’s language', async () => {
    const { services, hanako, staff } = await twoCustomers();
    const path = `/api/customers/${hanako.id}/holds`;
    for (const until of [-1, services.clock(), services.clock() + 3661 * 86_400_000]) {
      for (const [language, detail] of [
        ['ja', '今日から10年以内の日をご指定ください。'],
        ['en', 'Please choose a day from today on, within ten years.'],
      ] as const) {
        const headers = { 'Accept-Language': language };
        const answer = sendJson(staff.ask, path, { reason: 'audit', until }, { headers });
        const { errors } = await problemOf(answer, 'invalid-input', 422);
        expect(errors).toEqual([{ pointer: '#/until', detail }]);
      }
    }
    await erase(services, hanako);
  });

  it('is not to be had for somebody who does not exist, nor a hold on another’s conversation', async () => {
    const portal = await twoCustomers();
    const { services, hanako, tom, staff } = portal;
    const nobody = '00000000-0000-7000-8000-000000000000';
    await problemOf(staff.ask(`/api/customers/${nobody}/erasure`, { method: 'POST' }), 'not-found', 404);
    const { rows } = await services.db.raw.execute(
      `select reference from conversations where customer_id = '${tom.id}'`,
    );
    const hold = { reason: 'x', until: services.clock() + 1000, reference: rows[0]?.['reference'] };
    await problemOf(sendJson(staff.ask, `/api/customers/${hanako.id}/holds`, hold), 'not-found', 404);
  });
});
