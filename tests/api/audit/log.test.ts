import { describe, expect, it } from 'vitest';
import type { AuditPage } from '../../../api/audit/contract.ts';
import { audited } from '../../../api/audit/audited.ts';
import { lateParcels } from '../notices/noticing.ts';
import { pointersOf, problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

async function makeLoggingPortal() {
  const portal = await makeStaffedPortal();
  const { services, staff } = portal;
  const read = async (query = '') => (await (await staff.ask(`/api/audit-log${query}`)).json()) as AuditPage;
  const record = (action: string, target = { kind: 'ticket', id: 'M-2222' }, accountId: string | null = null) =>
    services.db.write([audited(services, { accountId, action, target })]);
  /** Without what the set-up of this portal left there. */
  const actions = async (query = '') =>
    (await read(query)).entries
      .map(({ action }) => action)
      .filter((action) => !['account-made', 'signed-in'].includes(action));
  return { ...portal, read, record, actions };
}

/** `text()` would take the mark away. */
async function textWithMark(answer: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
}

describe('what staff do', () => {
  it('is in the audit log: who, what, to what, when, and in which request', async () => {
    const portal = await makeLoggingPortal();
    const { reference } = await openTicket(portal, lateParcel);
    await portal.staff.move(reference, 'solved', 1);
    const [entry] = (await portal.read('?targetKind=ticket')).entries;
    expect(entry).toEqual({
      id: expect.any(String),
      at: portal.time.now,
      by: { id: expect.any(String), name: 'Emma Clark' },
      action: 'tickets:move',
      target: { kind: 'ticket', id: reference },
      detail: { from: 'new', to: 'solved' },
      requestId: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('is there for everything that is done with a notice, in its order', async () => {
    const { staff, actions, time } = await makeLoggingPortal();
    const { id } = (await (await sendJson(staff.ask, '/api/notices', lateParcels)).json()) as { id: string };
    const put = (noun: string, value: object) =>
      sendJson(staff.ask, `/api/notices/${id}${noun}`, value, { method: 'PUT' });
    time.now += 1;
    await put('', { ...lateParcels, startsAt: 1, version: 1 });
    time.now += 1;
    await sendJson(staff.ask, `/api/notices/${id}/updates`, { text: lateParcels.text, version: 2 });
    time.now += 1;
    await put('/end', { version: 3 });
    time.now += 1;
    await put('/withdrawal', { isWithdrawn: true, version: 4 });
    time.now += 1;
    await put('/withdrawal', { isWithdrawn: false, version: 5 });
    const verbs = ['restore', 'withdraw', 'end', 'update', 'edit', 'publish'];
    expect(await actions(`?targetId=${id}`)).toEqual(verbs.map((verb) => `notices:${verb}`));
  });

  it('is not there when it was not done', async () => {
    const portal = await makeLoggingPortal();
    const { reference } = await openTicket(portal, lateParcel);
    await problemOf(portal.staff.move(reference, 'solved', 7), 'state-changed', 409);
    await problemOf(portal.staff.move(reference, 'closed', 1), 'state-refused', 409);
    await Promise.all([portal.staff.move(reference, 'open', 1), portal.staff.move(reference, 'spam', 1)]);
    expect(await portal.actions('?targetKind=ticket')).toEqual(['tickets:move']);
  });
});

describe('the audit log', () => {
  it('is read page by page, the newest first, without a gap', async () => {
    const { record, read, time } = await makeLoggingPortal();
    for (let count = 0; count < 120; count += 1) {
      if (count % 3 === 0) time.now += 1;
      await record(`step-${count}`, { kind: 'stair', id: '1' });
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: AuditPage = await read(`?targetKind=stair${next ? `&after=${next}` : ''}`);
      seen.push(...page.entries.map(({ action }) => action));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
    const order = seen.map((action) => Math.floor(Number(action.slice(5)) / 3));
    expect(order).toEqual([...order].sort((one, other) => other - one));
  });

  it('is narrowed down by who, what, to what and when', async () => {
    const { record, actions, read, time } = await makeLoggingPortal();
    await record('early');
    time.now += 1000;
    await record('late', { kind: 'notice', id: 'n1' }, 'somebody');
    expect(await actions(`?from=${time.now}`)).toEqual(['late']);
    expect(await actions(`?to=${time.now}&targetKind=ticket`)).toEqual(['early']);
    expect(await actions('?action=early')).toEqual(['early']);
    expect(await actions('?account=somebody')).toEqual(['late']);
    expect(await actions('?targetKind=notice&targetId=n1')).toEqual(['late']);
    expect(await actions('?targetKind=notice&targetId=n2')).toEqual([]);
    // An account that is gone keeps its id in what it did.
    expect((await read('?account=somebody')).entries).toMatchObject([{ by: { id: 'somebody', name: null } }]);
  });

  it('refuses a question that it does not understand, so that nothing seems not to have been', async () => {
    const { staff } = await makeLoggingPortal();
    const wrong: [string, string][] = [
      ['target=ticket', '#/target'],
      ['from=yesterday', '#/from'],
      ['to=-1', '#/to'],
      ['after=1', '#/after'],
      ['action=', '#/action'],
    ];
    for (const [query, pointer] of wrong) {
      const problem = await problemOf(staff.ask(`/api/audit-log?${query}`), 'invalid-input', 422);
      expect(pointersOf(problem)).toEqual([pointer]);
    }
  });

  it('is saved as a table: all of what is asked for, not a page of it, in the reader’s words', async () => {
    const { services, record, staff, time } = await makeLoggingPortal();
    const at = new Date(time.now).toISOString();
    await services.db.raw.execute(`insert into audit_log (id, action, target_kind, target_id, detail, created_at)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 1001)
      select lower(hex(randomblob(4)) || '-0000-7000-8000-' || hex(randomblob(6))), 'step-' || i, 'stair', '1', '{}', ${time.now} from n`);
    time.now += 1;
    await record('other');
    const answer = await staff.ask('/api/audit-log.csv?targetKind=stair&language=ja');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit-log.csv"',
      'cache-control': 'no-store',
    });
    const lines = (await textWithMark(answer)).split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF"日時（UTC）","操作した人","アカウントID","操作","対象の種類","対象","内容","リクエストID","記録ID"',
    );
    expect(lines[1]).toMatch(new RegExp(`^"${at}",,,"step-\\d+","stair","1",,,"[0-9a-f-]{36}"$`));
    expect(lines).toHaveLength(1_003);
    expect(new Set(lines).size).toBe(1_003);
    const own = staff.ask('/api/audit-log.csv?action=other', { headers: { 'Accept-Language': 'en' } });
    expect(await textWithMark(await own)).toMatch(/^\uFEFF"Time \(UTC\)","By",.*\r\n[^\n]*"other"[^\n]*\r\n$/);
  });

  it('is a table that no spreadsheet runs anything of', async () => {
    const { services, record, staff } = await makeLoggingPortal();
    await record('=HYPERLINK("https://evil.example")', { kind: '+1', id: '@SUM(A1)' });
    await services.db.raw.execute("update accounts set name = '＝1+1'");
    const text = await (await staff.ask('/api/audit-log.csv')).text();
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")","'+1","'@SUM(A1)"`);
    expect(text).toContain(`"'＝1+1"`);
    expect(text).not.toMatch(/(^|,)"?[=+@＝]/m);
  });

  it('is no table for a question that it does not understand, nor for who is no owner', async () => {
    const { app, services, staff } = await makeLoggingPortal();
    for (const wrong of ['from=yesterday', 'after=1', 'language=fr', 'target=ticket']) {
      const problem = await problemOf(staff.ask(`/api/audit-log.csv?${wrong}`), 'invalid-input', 422);
      expect(pointersOf(problem)).toEqual([`#/${wrong.split('=')[0]}`]);
    }
    await problemOf(app.request('/api/audit-log.csv'), 'not-signed-in', 401);
    await services.db.raw.execute("update accounts set role = 'agent'");
    await problemOf(staff.ask('/api/audit-log.csv'), 'not-allowed', 403);
  });

  it('is found by an index whatever is asked for', async () => {
    const { services } = await makeLoggingPortal();
    for (const where of [
      'account_id = ?',
      'action = ?',
      'target_kind = ? and target_id = ?',
      'created_at < ?',
      'true',
    ]) {
      const { rows } = await services.db.raw.execute({
        sql: `explain query plan select * from audit_log where ${where} order by created_at desc, id desc limit 51`,
        args: where.match(/\?/g)?.map(() => 1) ?? [],
      });
      expect(JSON.stringify(rows.map(({ detail }) => detail))).toMatch(/USING INDEX audit_log_by/);
    }
  });
});
