import { eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { CompiledStatement } from '../db/statements.ts';
import { rateLimits } from './tables.ts';

export interface Count {
  points: number;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

interface Known extends Count {
  /** When the database was asked last. */
  readAt: number;
}

const writeAfterMs = 250;
const lookAgainMs = 1000;
const mostKnown = 50_000;
const mostInWrite = 400;

/**
 * Counts that all processes on one database share. Each process counts in memory, so that nobody waits for the disk and
 * a flood is one write now and then; what it has counted it adds to the database a moment later, and learns there what
 * the others have. So several processes may let a few more through in that moment, one alone never does.
 */
export function createSharedCounts(db: Database, clock: () => number) {
  const known = new Map<string, Known>();
  const unwritten = new Map<string, Count>();
  const underWay = new Map<string, Count>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  /** What is counted, the others' share as far as it is known; asks again now and then about who is beyond the limit. */
  async function read(key: string, most: number): Promise<Count | null> {
    const now = clock();
    const remembered = current(known.get(key), now);
    if (remembered && (remembered.points <= most || now - remembered.readAt < lookAgainMs)) return remembered;
    const rows = await stored([key]).catch(() => null);
    if (rows) learn(key, rows[0], now);
    return current(known.get(key), now);
  }

  /** What the database has, and what it has not been told yet. */
  function learn(key: string, row: Count | undefined, now: number) {
    const there = current(row, now);
    const ours = [unwritten.get(key), underWay.get(key)].map((count) => current(count, now)).filter((c) => c !== null);
    const points = [there, ...ours].reduce((sum, count) => sum + (count?.points ?? 0), 0);
    const expiresAt = (there ?? ours[0])?.expiresAt;
    if (expiresAt === undefined) known.delete(key);
    else known.set(key, { points, expiresAt, readAt: now });
  }

  /** Counts on, up to one beyond the limit: a flood writes nothing. */
  function add(key: string, points: number, milliseconds: number, most: number): Count {
    const now = clock();
    const before = current(known.get(key), now);
    if (before && points > 0 && before.points > most) return before;
    const expiresAt = before?.expiresAt ?? now + milliseconds;
    const count = { points: (before?.points ?? 0) + points, expiresAt, readAt: before?.readAt ?? now };
    known.set(key, count);
    const waiting = current(unwritten.get(key), now);
    unwritten.set(key, { points: (waiting?.points ?? 0) + points, expiresAt });
    if (known.size > mostKnown) dropSome(now);
    timer ??= setTimeout(() => void flush(), writeAfterMs).unref();
    return count;
  }

  function dropSome(now: number) {
    for (const [key, { expiresAt }] of known) if (expiresAt <= now) known.delete(key);
    // The oldest come first; the database still knows them.
    for (const key of known.keys()) {
      if (known.size <= mostKnown / 2) break;
      if (!unwritten.has(key)) known.delete(key);
    }
  }

  /** Writes what has been counted, and learns what others have. A database that cannot write now is tried next time. */
  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(write).catch(() => undefined);
    await writing;
  }

  async function write(): Promise<void> {
    const now = clock();
    // Where nothing can be written for long, what is over is not kept for it.
    for (const [key, { expiresAt }] of underWay) if (expiresAt <= now) underWay.delete(key);
    for (const [key, { points, expiresAt }] of [...unwritten].slice(0, mostInWrite)) {
      // What could not be written last time is still there.
      const before = current(underWay.get(key), now);
      underWay.set(key, { points: (before?.points ?? 0) + points, expiresAt });
      unwritten.delete(key);
    }
    const batch = [...underWay];
    if (batch.length === 0) return;
    try {
      await db.write([adding(batch, now)]);
    } catch {
      // Counting goes on in memory; these go along next time.
      return;
    }
    underWay.clear();
    const rows = new Map((await stored(batch.map(([key]) => key))).map(({ key, ...count }) => [key, count]));
    for (const [key] of batch) learn(key, rows.get(key), clock());
    if (unwritten.size > 0) await write();
  }

  const rowsOf = db.read
    .select()
    .from(rateLimits)
    .where(sql`${rateLimits.key} in (select value from json_each(${sql.placeholder('keys')}))`)
    .prepare();

  function stored(keys: string[]) {
    return rowsOf.all({ keys: JSON.stringify(keys) });
  }

  async function forget(key: string): Promise<boolean> {
    const wasThere = known.delete(key);
    unwritten.delete(key);
    // What is being written is forgotten as well.
    await writing;
    known.delete(key);
    await db.write([db.read.delete(rateLimits).where(eq(rateLimits.key, key))]);
    return wasThere;
  }

  return {
    read,
    add,
    async set(key: string, points: number, milliseconds: number): Promise<Count> {
      await forget(key);
      return add(key, points, milliseconds, Number.POSITIVE_INFINITY);
    },
    forget,
    flush,
  };
}

/** One statement for all: prepared once, it takes a third of the time of one for each. */
function adding(counts: readonly [key: string, count: Count][], now: number): CompiledStatement {
  const rows = counts.map(([key, { points, expiresAt }]) => [key, points, expiresAt]);
  return { sql: addingSql, args: [JSON.stringify(rows), now, now] };
}

// `where true` tells `on conflict` from a join's `on`.
const addingSql = `
  insert into rate_limits (key, points, expires_at)
  select value ->> 0, value ->> 1, value ->> 2 from json_each(?) where true
  on conflict (key) do update set
    points = case when expires_at <= ? then excluded.points else points + excluded.points end,
    expires_at = case when expires_at <= ? then excluded.expires_at else expires_at end`;

export type SharedCounts = ReturnType<typeof createSharedCounts>;

/** Forgets what is counted no longer. */
export async function forgetOldCounts(db: Database, now: number): Promise<void> {
  await db.write([db.read.delete(rateLimits).where(lte(rateLimits.expiresAt, now))]);
}

function current<C extends Count>(count: C | undefined, now: number): C | null {
  return count && count.expiresAt > now ? count : null;
}
