import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '../../../api/db/database.ts';
import { releaseClosedFiles } from '../../../api/db/release.ts';
import { Problem } from '../../../api/problem.ts';
import { type Outcome, rowsOf } from './outcome.ts';

const rounds = 5;
const writesAfter = 100;

/**
 * Makes SQLITE_BUSY happen, which takes a portal that has let go of its own lock: another connection writes. After each
 * refusal the connection is a new one, with all settings, and whatever is acknowledged is on disk.
 */
export async function busy(): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-busy-'));
  const file = join(folder, 'portal.db');
  const db = await openDatabase(file);
  await db.write([sql`create table kept (number integer primary key)`]);
  let refusals = 0;
  let acknowledged = 0;
  const settings = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    await letGo(db);
    const other = createClient({ url: `file:${file}`, concurrency: 1 });
    const foreign = await other.transaction('write');
    const refusal: unknown = await db
      .write([sql`insert into kept values (${-1 - round})`])
      .catch((error: unknown) => error);
    if (refusal instanceof Problem && refusal.slug === 'database-busy' && refusal.extras.retryAfterSeconds)
      refusals += 1;
    await foreign.rollback();
    other.close();
    await releaseClosedFiles();
    // The first may still meet the other's lock; it takes back our own.
    await db.write([sql`select 1`]).catch(() => undefined);
    for (let number = 0; number < writesAfter; number += 1) {
      await db.write([sql`insert into kept values (${round * writesAfter + number})`]);
      acknowledged += 1;
    }
    for (const setting of ['locking_mode', 'journal_mode', 'synchronous', 'foreign_keys']) {
      const { rows } = await db.raw.execute(`pragma ${setting}`);
      settings.add(`${setting}=${rows[0]?.[setting] as string | number}`);
    }
  }
  await db.close();
  await releaseClosedFiles();
  const rows = await rowsOf<{ number: number }>(file, 'select number from kept');
  await rm(folder, { recursive: true, force: true });
  const expected = 'foreign_keys=1 journal_mode=wal locking_mode=exclusive synchronous=2';
  return {
    held: [
      {
        what: `${refusals} of ${rounds} refused as busy, with the time to try again (503 and Retry-After)`,
        isMet: refusals === rounds,
      },
      {
        what: `settings of the new connection: ${[...settings].sort((one, other) => one.localeCompare(other)).join(' ')}`,
        isMet: [...settings].sort((one, other) => one.localeCompare(other)).join(' ') === expected,
      },
      {
        what: `${acknowledged} writes after that, ${rows.length} on disk, none of those refused`,
        isMet: rows.length === acknowledged && rows.every(({ number }) => number >= 0),
      },
    ],
  };
}

/** Gives up the lock on the file; it is taken back when the connection is renewed. */
async function letGo({ raw }: Database): Promise<void> {
  for (const text of ['pragma journal_mode = delete', 'pragma locking_mode = normal']) await raw.execute(text);
  await raw.execute('select count(*) from sqlite_schema');
}
