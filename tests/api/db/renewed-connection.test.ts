import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
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
