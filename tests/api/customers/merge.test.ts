import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCustomers } from '../../../api/customers/merge.ts';
import { mergedInto } from '../../../api/customers/merged.ts';
import { undoMerge } from '../../../api/customers/undo-merge.ts';
import { eraseCustomer } from '../../../api/privacy/erase.ts';
import { activeHolds, placeHold } from '../../../api/privacy/holds.ts';
import { Problem } from '../../../api/problem.ts';
import type { Services } from '../../../api/services.ts';
import { makeServices } from '../../support/services.ts';
import { setUpOwner } from '../support/portal.ts';
import { makePortal } from '../../support/services.ts';
import { belongings, makeConversation, makeCustomer } from './some-customers.ts';

const requestId = '0123456789abcdef';

/** Services, and an agent who does what the tests do. */
async function makeAgency() {
  const portal = await makePortal();
  await setUpOwner(portal);
  const { rows } = await portal.services.db.raw.execute('select id from accounts');
  const by = { accountId: rows[0]?.['id'] as string, requestId, language: 'en' as const };
  return { ...portal, by };
}

async function lastMerge({ db }: Services): Promise<string> {
  const { rows } = await db.raw.execute('select id from customer_merges order by rowid desc limit 1');
  return rows[0]?.['id'] as string;
}

const slugOf = (error: unknown) => (error instanceof Problem ? error.slug : error);

/** Mail, and a call of the same person. */
async function twice(services: Services) {
  const written = await makeCustomer(services, ['email:tom@example.com'], { name: 'Tom Baker' });
  const called = await makeCustomer(services, ['phone:+819012345678']);
  const letter = await makeConversation(services, 'email:tom@example.com');
  const call = await makeConversation(services, 'phone:+819012345678');
  return { written, called, letter, call };
}

describe('two customers who are one person', () => {
  it('become one, with everything of both, and each conversation says so and has a new version', async () => {
    const { services, by } = await makeAgency();
    const { written, called, letter, call } = await twice(services);
    expect(await mergeCustomers(services, called, written, by)).toBe(called);
    expect(await belongings(services)).toEqual({
      [written]: [`name Tom Baker ${called}`],
      [called]: [
        `conversation ${letter}`,
        `conversation ${call}`,
        'identity email tom@example.com',
        'identity phone +819012345678',
        'name Tom Baker ',
      ].sort(),
    });
    const { rows } = await services.db.raw.execute(
      "select c.id, version, detail, e.id as event from conversations c join conversation_events e on conversation_id = c.id where kind = 'customer-changed'",
    );
    expect(rows).toMatchObject([{ id: letter, version: 2 }]);
    expect(JSON.parse(rows[0]?.['detail'] as string)).toEqual({
      merge: await lastMerge(services),
      from: written,
      to: called,
    });
    expect(rows[0]?.['event']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('become two again as they were, with what has come in since to the address that goes back', async () => {
    const { services, by } = await makeAgency();
    const { written, called } = await twice(services);
    const before = await belongings(services);
    await mergeCustomers(services, called, written, by);
    const later = await makeConversation(services, 'email:tom@example.com');
    const another = await makeConversation(services, 'phone:+819012345678');
    await undoMerge(services, { into: called, merge: await lastMerge(services) }, by);
    before[written]?.push(`conversation ${later}`);
    before[called]?.push(`conversation ${another}`);
    for (const owned of Object.values(before)) owned.sort();
    expect(await belongings(services)).toEqual(before);
  });

  it('are whoever they were merged into, when they are merged again by an old name', async () => {
    const { services, by } = await makeAgency();
    const { written, called } = await twice(services);
    const third = await makeCustomer(services, ['line:U123']);
    await mergeCustomers(services, called, written, by);
    expect(await mergeCustomers(services, written, third, by)).toBe(called);
    expect((await mergedInto(services.db, called)).toSorted()).toEqual([written, third].toSorted());
    // They are one already.
    expect(await mergeCustomers(services, third, written, by)).toBe(called);
    const { rows } = await services.db.raw.execute('select count(*) as n from customer_merges');
    expect(rows[0]?.['n']).toBe(2);
  });

  it('are refused when one is nobody, the same, or erased', async () => {
    const { services, by } = await makeAgency();
    const { written, called } = await twice(services);
    await expect(mergeCustomers(services, called, called, by)).rejects.toSatisfy(
      (error) => slugOf(error) === 'invalid-input',
    );
    await expect(mergeCustomers(services, called, 'nobody', by)).rejects.toSatisfy(
      (error) => slugOf(error) === 'not-found',
    );
    await eraseCustomer(services, { customerId: written, way: 'staff', accountId: null });
    await expect(mergeCustomers(services, called, written, by)).rejects.toSatisfy(
      (error) => slugOf(error) === 'not-found',
    );
    await expect(mergeCustomers(services, written, called, by)).rejects.toSatisfy(
      (error) => slugOf(error) === 'not-found',
    );
  });

  it('are merged once by two agents at the same moment, whichever way round', async () => {
    const { services, by } = await makeAgency();
    const { written, called } = await twice(services);
    const results = await Promise.allSettled([
      mergeCustomers(services, called, written, by),
      mergeCustomers(services, written, called, by),
      mergeCustomers(services, called, written, by),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const result of results) if (result.status === 'rejected') expect(slugOf(result.reason)).toBe('state-changed');
    const merge = await lastMerge(services);
    const undone = await Promise.allSettled([1, 2].map(() => undoMerge(services, { into: called, merge }, by)));
    expect(undone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await services.db.raw.execute(
      "select count(*) as n from audit_log where action like 'customers:%'",
    );
    expect(rows[0]?.['n']).toBe(2);
  });

  it('are not taken apart while the one they became is part of a third', async () => {
    const { services, by } = await makeAgency();
    const { written, called } = await twice(services);
    const third = await makeCustomer(services, ['line:U123']);
    await mergeCustomers(services, called, written, by);
    const first = await lastMerge(services);
    await mergeCustomers(services, third, called, by);
    const undo = undoMerge(services, { into: called, merge: first }, by);
    await expect(undo).rejects.toSatisfy((error) => slugOf(error) === 'state-changed');
    await undoMerge(services, { into: third, merge: await lastMerge(services) }, by);
    await undoMerge(services, { into: called, merge: first }, by);
    const again = undoMerge(services, { into: called, merge: first }, by);
    await expect(again).rejects.toSatisfy((error) => slugOf(error) === 'not-found');
  });
});

describe('a customer of whom something has to be kept', () => {
  it('keeps both of them once they are one, and is held alone when they are two again', async () => {
    const { services, by, time } = await makeAgency();
    const { written, called, call } = await twice(services);
    const until = time.now + 86_400_000;
    await placeHold(services, written, { reason: 'A dispute', until }, by);
    const before = await belongings(services);
    await mergeCustomers(services, called, written, by);
    expect(await activeHolds(services.db, called, time.now)).toHaveLength(1);
    const erasing = eraseCustomer(services, { customerId: called, way: 'staff', accountId: null });
    await expect(erasing).rejects.toSatisfy((error) => slugOf(error) === 'legal-hold');
    await undoMerge(services, { into: called, merge: await lastMerge(services) }, by);
    expect(await belongings(services)).toEqual(before);
    await eraseCustomer(services, { customerId: called, way: 'staff', accountId: null });
    const { rows } = await services.db.raw.execute({
      sql: 'select erased_at from conversations where id = ?',
      args: [call],
    });
    expect(rows[0]?.['erased_at']).toBe(time.now);
  });

  it('is held with both, once they are two again, by a hold that was placed on the one', async () => {
    const { services, by, time } = await makeAgency();
    const { written, called } = await twice(services);
    await mergeCustomers(services, called, written, by);
    time.now += 1000;
    await placeHold(services, called, { reason: 'A dispute', until: time.now + 86_400_000 }, by);
    await expect(placeHold(services, written, { reason: 'A dispute', until: time.now + 9999 }, by)).rejects.toThrow();
    await undoMerge(services, { into: called, merge: await lastMerge(services) }, by);
    for (const id of [written, called]) {
      expect(await activeHolds(services.db, id, time.now)).toMatchObject([{ reason: 'A dispute', reference: null }]);
    }
  });
});

const ignore = () => undefined;

/** Everything that somebody has, whoever it is. */
const things = (all: Record<string, string[]>) =>
  Object.values(all)
    .flat()
    .filter((what) => !what.startsWith('name'))
    .toSorted();

describe('any row of merges and undos', () => {
  const people = ['email:a@example.com', 'phone:+811111111', 'line:C', 'account:D', 'post:E'] as const;
  const step = fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), into: fc.nat(4), other: fc.nat(4) }),
    fc.record({ kind: fc.constant('undo' as const), which: fc.nat(9) }),
    fc.record({ kind: fc.constant('write' as const), who: fc.nat(4) }),
  );

  it('loses nothing, and once all is undone everybody has what was theirs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { services, time } = await makeServices();
        const by = { accountId: null, requestId } as unknown as Parameters<typeof mergeCustomers>[3];
        const ids: string[] = [];
        for (const [index, identity] of people.entries()) {
          ids.push(await makeCustomer(services, [identity], { name: index % 2 ? `Name ${index}` : null }));
          await makeConversation(services, identity);
        }
        const expected = await belongings(services);
        const open = async () => {
          const { rows } = await services.db.raw.execute(
            'select id, into_id from customer_merges where undone_at is null',
          );
          return rows.map((row) => ({ merge: row['id'] as string, into: row['into_id'] as string }));
        };
        for (const one of steps) {
          time.now += 1;
          if (one.kind === 'merge')
            await mergeCustomers(services, ids[one.into] ?? '', ids[one.other] ?? '', by).catch(ignore);
          if (one.kind === 'undo') {
            const merges = await open();
            const merge = merges[one.which % Math.max(1, merges.length)];
            if (merge) await undoMerge(services, merge, by).catch(ignore);
          }
          if (one.kind === 'write') {
            const id = await makeConversation(services, people[one.who] ?? people[0]);
            expected[ids[one.who] ?? '']?.push(`conversation ${id}`);
          }
          const now = await belongings(services);
          expect(things(now)).toEqual(things(expected));
        }
        for (let left = await open(); left.length > 0; left = await open()) {
          time.now += 1;
          for (const merge of left) await undoMerge(services, merge, by).catch(ignore);
          expect((await open()).length).toBeLessThan(left.length);
        }
        for (const owned of Object.values(expected)) owned.sort();
        expect(await belongings(services)).toEqual(expected);
      }),
      { numRuns: 25, seed: 20261116 },
    );
  }, 60_000);
});
