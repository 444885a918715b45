import { describe, expect, it } from 'vitest';
import { mergeCustomers } from '../../../api/customers/merge.ts';
import { blockedSenders } from '../../../api/customers/tables.ts';
import { undoMerge } from '../../../api/customers/undo-merge.ts';
import type { CustomerPage } from '../../../api/privacy/contract.ts';
import { eraseCustomer, subjectHashOf } from '../../../api/privacy/erase.ts';
import { applyErasureLog } from '../../../api/privacy/erasure-log.ts';
import { personalDataOf } from '../../../api/privacy/export.ts';
import { customerAt } from '../../../api/privacy/person.ts';
import { keepToRetention } from '../../../api/privacy/retention.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { everyRow, twoCustomers } from './crossing.ts';

/** Hanako and Tom turn out to be one: Hanako, who called once, too. */
async function oneOfTwo() {
  const portal = await twoCustomers();
  const { services, hanako, tom } = portal;
  const { rows } = await services.db.raw.execute('select id from accounts limit 1');
  const by = { accountId: rows[0]?.['id'] as string, requestId: '0123456789abcdef' };
  await services.db.raw.execute({
    sql: "insert into identities (id, customer_id, kind, value, created_at) values ('phone-1', ?, 'phone', '+819098765432', 1)",
    args: [tom.id],
  });
  await services.db.write([
    services.db.read.insert(blockedSenders).values([
      { id: 'b1', kind: 'phone', value: '+819098765432', reason: 'Shouts', accountId: by.accountId, createdAt: 1 },
      {
        id: 'b2',
        kind: 'email',
        value: tom.email.toLowerCase(),
        reason: 'Writes',
        accountId: by.accountId,
        createdAt: 1,
      },
      { id: 'b3', kind: 'email', value: '@others.example', reason: 'Adverts', accountId: by.accountId, createdAt: 1 },
    ]),
  ]);
  await mergeCustomers(services, hanako.id, tom.id, by);
  const undo = async () => {
    const merges = await services.db.raw.execute('select id from customer_merges');
    await undoMerge(services, { into: hanako.id, merge: merges.rows[0]?.['id'] as string }, by);
  };
  return {
    ...portal,
    undo,
    erase: () => eraseCustomer(services, { customerId: hanako.id, way: 'staff', accountId: null }),
  };
}

describe('a customer who was merged from two', () => {
  it('is erased as a whole: names, addresses and numbers of both, and their blocks', async () => {
    const { services, hanako, tom, erase } = await oneOfTwo();
    await erase();
    const after = (await everyRow(services)).toLowerCase();
    for (const word of ['hanako', 'tomas', '98765432', 'shouts', ...hanako.words, ...tom.words]) {
      expect(after).not.toContain(word.toLowerCase());
    }
    expect(after).toContain('@others.example');
    expect((await services.erasureLog.read()).length).toBe(2);
  });

  it('is erased again as two, when a backup from before has them so', async () => {
    const { services, hanako, tom, erase } = await oneOfTwo();
    await erase();
    const { raw } = services.db;
    await raw.execute('delete from erasures');
    await raw.execute("update customers set erased_at = null, merged_into_id = null, name = 'Back again'");
    expect(await applyErasureLog(services)).toBe(2);
    expect(await everyRow(services)).not.toContain('Back again');
    await raw.execute('delete from erasures');
    await raw.execute({
      sql: "update customers set erased_at = null, name = 'Back again', merged_into_id = iif(id = ?, ?, null)",
      args: [tom.id, hanako.id],
    });
    await applyErasureLog(services);
    expect(await everyRow(services)).not.toContain('Back again');
  });

  it('loses only who was erased, when they were two by then and a backup has them as one', async () => {
    const { services, hanako, tom, undo } = await oneOfTwo();
    await services.erasureLog.append({
      subject: subjectHashOf(tom.id),
      at: '2026-11-16T00:00:00Z',
      way: 'customer',
    });
    expect(await applyErasureLog(services)).toBe(1);
    const after = await everyRow(services);
    expect(after).not.toContain('Tomas');
    expect(after).toContain(hanako.words[0]);
    await expect(undo()).rejects.toThrow();
  });

  it('gets one copy with everything of both, by either address', async () => {
    const { services, hanako, tom } = await oneOfTwo();
    expect(await customerAt(services.db, tom.email)).toBe(hanako.id);
    const { data } = await personalDataOf(services, hanako.id);
    expect(data['identities']).toHaveLength(3);
    expect(data['conversations']).toHaveLength(4);
    expect(data['blocked_senders']).toHaveLength(2);
    expect(data['customer_merges']?.[0]).not.toHaveProperty('moved');
    expect(JSON.stringify(data)).not.toContain('"accountId"');
  });

  it('is one line of the list however many addresses they have, and found by each, also by the name they had', async () => {
    const { staff, hanako, tom } = await oneOfTwo();
    const page = (await (await staff.ask('/api/customers')).json()) as CustomerPage;
    expect(page.customers).toMatchObject([{ id: hanako.id, email: hanako.email.toLowerCase(), conversations: 4 }]);
    const found = await sendJson(staff.ask, '/api/customers/find', { email: tom.email });
    expect(await found.json()).toMatchObject({ id: hanako.id });
    expect(await (await staff.ask(`/api/customers/${tom.id}`)).json()).toMatchObject({ id: hanako.id });
    await problemOf(staff.ask('/api/customers/nobody'), 'not-found', 404);
  });

  it('keeps both names until nothing of either is left, and then loses both at once', async () => {
    const { services, time } = await oneOfTwo();
    time.now += 30 * 86_400_000;
    await keepToRetention(services);
    expect(await everyRow(services)).toContain('Tomas-name');
    await services.db.raw.execute("update conversations set state = 'closed'");
    time.now += 25 * 31 * 86_400_000;
    await keepToRetention(services);
    const { rows } = await services.db.raw.execute('select name from customers where erased_at is null');
    expect(rows).toEqual([]);
  });
});
