import { describe, expect, it } from 'vitest';
import type { CustomerHistory, IdentityKind } from '../../../api/customers/contract.ts';
import { readHistory } from '../../../api/customers/history.ts';
import { cast } from '../../support/cast.ts';
import { makeServices } from '../../support/services.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal } from '../support/portal.ts';
import { readsOf } from '../support/reads.ts';
import { makeConversation, makeCustomer } from './some-customers.ts';

const day = 86_400_000;

describe('the history of a customer', () => {
  it('is everything over every channel, the newest first: conversations, what they let go along, and ratings', async () => {
    const { services, time } = await makeServices();
    const id = await makeCustomer(services, ['email:tom@example.com', 'phone:+819012345678'], {
      name: 'Tom Baker',
      isVerified: true,
    });
    const at = time.now;
    const trail = [
      { kind: 'page' as const, url: '/en/faq/laces/', title: 'How long is a lace?', at: at - 2000 },
      { kind: 'search' as const, query: 'laces', at: at - 3000 },
    ];
    const first = await makeConversation(services, 'email:tom@example.com', {
      subject: 'Laces',
      body: 'How long\nare they?',
      trail,
      at,
    });
    // What was read goes along with the next conversation again, and is told once.
    const again = trail.map((item) => ({ ...item, at: item.at - 100 }));
    const call = { subject: 'A call', channel: 'phone', trail: again, at: at + 5000 };
    await makeConversation(services, 'phone:+819012345678', call);
    await services.db.raw.execute({
      sql: "insert into ratings values (?, 'good', 'Quick!', ?, ?)",
      args: [first, at + 9000, at + 9000],
    });
    const { raw } = services.db;
    const taken = {
      sql: 'insert into blocked_senders values (?, ?, ?, ?, null, 1)',
      args: ['b', 'email', '@example.com', 'Adverts'],
    };
    await raw.execute(taken);

    const history = await readHistory(services, id);
    expect(history).toMatchObject({ id, name: 'Tom Baker', hasOlder: false, merges: [], likely: [] });
    expect(history.identities).toMatchObject([
      { kind: 'email', value: 'tom@example.com', isVerified: true, isBlocked: true },
      { kind: 'phone', value: '+819012345678', isVerified: true, isBlocked: false },
    ]);
    expect(history.timeline).toMatchObject([
      { kind: 'rating', score: 'good', comment: 'Quick!', reference: expect.stringMatching(/^M-/) },
      { kind: 'conversation', subject: 'A call', channel: 'phone' },
      { kind: 'conversation', subject: 'Laces', channel: 'email', excerpt: 'How long are they?', state: 'new' },
      { kind: 'page', url: '/en/faq/laces/' },
      { kind: 'search', query: 'laces' },
    ]);
  });

  it('says nothing of anybody else, of what was erased, and of notes', async () => {
    const { services } = await makeServices();
    const id = await makeCustomer(services, ['email:tom@example.com']);
    await makeCustomer(services, ['email:eve@example.com']);
    await makeConversation(services, 'email:eve@example.com', { subject: 'Mine alone' });
    const gone = await makeConversation(services, 'email:tom@example.com', { subject: 'Gone' });
    await services.db.raw.execute({ sql: 'update conversations set erased_at = 1 where id = ?', args: [gone] });
    expect((await readHistory(services, id)).timeline).toEqual([]);
  });

  it('is bounded and read by indexes, however many conversations there are', async () => {
    const { services, time } = await makeServices();
    const id = await makeCustomer(services, ['email:tom@example.com', 'phone:+819012345678'], { name: 'Tom Baker' });
    await makeConversation(services, 'email:tom@example.com');
    await services.db.raw.execute({
      sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
        insert into conversations (id, reference, customer_id, subject, language, state, created_at, last_message_at)
        select printf('c%d', i), printf('M-%d', i), ?, 'Laces', 'en', 'open', ? + i, ? + i from n`,
      args: [id, time.now, time.now],
    });
    const history = await readHistory(services, id);
    expect(history.timeline).toHaveLength(50);
    expect(history.timeline[0]).toMatchObject({ reference: 'M-10000' });
    expect(history.hasOlder).toBe(true);

    const reads = await readsOf(() => readHistory(services, id));
    // Who they are; their identities; the timeline; the merges; three questions about who may be the same.
    expect(reads).toHaveLength(7);
    const detours: string[] = [];
    for (const { sql, args = [] } of reads) {
      const { rows } = await services.db.raw.execute({ sql: `explain query plan ${sql}`, args });
      const steps = rows.map((row) => row['detail'] as string);
      detours.push(...steps.filter((step) => /^SCAN (?!json_each|up\b)/.test(step) || step.includes('AUTOMATIC')));
      if (sql.includes('from "conversations" where')) expect(steps.join()).not.toContain('TEMP B-TREE');
    }
    expect(detours).toEqual([]);
  });

  it('is of nobody’s id a problem, and of a merged customer’s that of whom they are by now, which can be undone', async () => {
    const { services, staff } = await makeStaffedPortal();
    await problemOf(staff.ask('/api/customers/nobody/history'), 'not-found', 404);
    const called = await makeCustomer(services, ['phone:+819012345678']);
    const wrote = await makeCustomer(services, ['email:tom@example.com']);
    const merged = await sendJson(staff.ask, `/api/customers/${called}/merge`, { other: wrote });
    const history = (await merged.json()) as CustomerHistory;
    expect(history).toMatchObject({ id: called, merges: [{ name: 'tom@example.com', by: cast.emma.name }] });
    expect(await (await staff.ask(`/api/customers/${wrote}/history`)).json()).toEqual(history);
    const address = `/api/customers/${called}/merges/${history.merges[0]?.id}`;
    const undone = (await (await staff.ask(address, { method: 'DELETE' })).json()) as CustomerHistory;
    expect(undone).toMatchObject({ id: called, merges: [], identities: [{ value: '+819012345678' }] });
    await problemOf(staff.ask(address, { method: 'DELETE' }), 'not-found', 404);
  });
});

describe('customers who may be the same person', () => {
  type Known = `${IdentityKind}:${string}`;
  const tom = { name: 'Tom Baker', language: 'en' as const };

  /** What the history of the first says of the second. */
  async function why(first: readonly Known[], second: readonly Known[], other: object = {}, apart = 1) {
    const { services, time } = await makeServices();
    const one = await makeCustomer(services, first, tom);
    if (first[0]) await makeConversation(services, first[0]);
    time.now += apart * day;
    await makeCustomer(services, second, { ...tom, ...other });
    if (second[0]) await makeConversation(services, second[0]);
    return (await readHistory(services, one)).likely.map((likely) => likely.why);
  }
  const stranger = { name: 'Somebody Else' };

  it.each([
    ['a number in another spelling', ['phone:+819012345678'], ['phone:09012345678'], stranger, 1, ['number']],
    ['a number from abroad', ['phone:+442079460958'], ['phone:00442079460958'], stranger, 1, ['number']],
    ['a mailbox with a tag', ['email:tom@example.com'], ['email:tom+shop@example.com'], stranger, 1, ['mailbox']],
    ['a mailbox without its tag', ['email:tom+shop@example.com'], ['email:tom@example.com'], stranger, 1, ['mailbox']],
    ['the same full name within a month', ['email:tom@example.com'], ['phone:+819012345678'], {}, 20, ['name']],
    [
      'the same name, spaced otherwise',
      ['email:tom@example.com'],
      ['phone:+819012345678'],
      { name: 'tom  BAKER' },
      1,
      ['name'],
    ],
    ['the same name long ago', ['email:tom@example.com'], ['phone:+819012345678'], {}, 40, []],
    [
      'the same name in another language',
      ['email:tom@example.com'],
      ['phone:+819012345678'],
      { language: 'ja' },
      1,
      [],
    ],
    ['the same mailbox at another provider', ['email:tom@example.com'], ['email:tom@example.org'], stranger, 1, []],
    ['a tag at another provider', ['email:tom@example.com'], ['email:tom+shop@not-example.com'], stranger, 1, []],
    ['nothing at all', ['email:tom@example.com'], ['email:rose@example.com'], stranger, 1, []],
  ] as [string, Known[], Known[], object, number, string[]][])(
    'are told by %s',
    async (_, first, second, other, apart, reasons) => {
      expect(await why(first, second, other, apart)).toEqual(reasons);
    },
  );

  it('are not told by a first name alone', async () => {
    const { services } = await makeServices();
    const one = await makeCustomer(services, ['email:a@example.com'], { name: 'Tom' });
    await makeCustomer(services, ['email:b@example.com'], { name: 'Tom' });
    for (const address of ['email:a@example.com', 'email:b@example.com'] as const)
      await makeConversation(services, address);
    expect((await readHistory(services, one)).likely).toEqual([]);
  });

  it('are not told again once staff took them apart', async () => {
    const { services, staff } = await makeStaffedPortal();
    const one = await makeCustomer(services, ['email:tom@example.com'], tom);
    const other = await makeCustomer(services, ['email:tom+shop@example.com']);
    expect((await readHistory(services, one)).likely).toMatchObject([
      { id: other, value: 'tom+shop@example.com', name: null },
    ]);
    const merged = (await (
      await sendJson(staff.ask, `/api/customers/${one}/merge`, { other })
    ).json()) as CustomerHistory;
    expect(merged.likely).toEqual([]);
    await staff.ask(`/api/customers/${one}/merges/${merged.merges[0]?.id}`, { method: 'DELETE' });
    expect((await readHistory(services, one)).likely).toEqual([]);
  });
});
