import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { customers } from '../../../api/customers/tables.ts';
import { makeServices } from '../../support/services.ts';

it('a connection that went bad is renewed: after one refusal writes succeed, are kept, and the file is ours alone', async () => {
  const { db } = (await makeServices()).services;
  await db.write([sql`create table kept (number integer)`]);
  // As after a busy file: the closed connection still holds the lock, and the new one has no settings.
  db.raw.reconnect();
  await expect(db.write([sql`insert into kept values (0)`])).rejects.toMatchObject({ slug: 'database-busy' });
  for (let number = 1; number <= 100; number += 1) await db.write([sql`insert into kept values (${number})`]);
  const { rows } = await db.raw.execute('select count(*) as count, min(number) as first from kept');
  expect(rows[0]).toMatchObject({ count: 100, first: 1 });
  for (const [setting, value] of [
    ['locking_mode', 'exclusive'],
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
  ]) {
    const answer = await db.raw.execute(`pragma ${setting}`);
    expect(Object.values(answer.rows[0] ?? {})[0], String(setting)).toBe(value);
  }
});

it('whatever else is asked while it is renewed is done, or told to come back: nothing fails for another reason', async () => {
  const { db } = (await makeServices()).services;
  await db.write([sql`create table kept (number integer)`]);
  const read = db.read.select().from(customers).prepare();
  await read.all();
  for (let round = 0; round < 3; round += 1) {
    db.raw.reconnect();
    const asked = Array.from({ length: 60 }, async (_, number) => {
      for (let turn = 0; turn < number % 7; turn += 1) await Promise.resolve();
      if (number % 5 === 4) await new Promise((resolve) => setImmediate(resolve));
      return number % 2 ? read.all() : db.write([sql`insert into kept values (${number})`]);
    });
    const failed = (await Promise.allSettled(asked)).filter((outcome) => outcome.status === 'rejected');
    const reasons = failed.map(({ reason }: { reason: Error & { slug?: string } }) => reason.cause ?? reason);
    for (const reason of reasons) expect(reason).toMatchObject({ slug: 'database-busy' });
    await read.all();
    await db.write([sql`insert into kept values (1000)`]);
  }
  const { rows } = await db.raw.execute('select count(*) as count from kept where number = 1000');
  expect(rows[0]).toMatchObject({ count: 3 });
});
