import { createHash } from 'node:crypto';
import { and, eq, lt, type SQL, sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { fixedDays } from '../../content/schema/retention.ts';
import { Problem } from '../problem.ts';
import type { Database } from './database.ts';
import { insertWhere, type Statement } from './statements.ts';

/** What an Idempotency-Key led to the first time, so that a retry gets the same answer. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    resultId: text('result_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);

/** A write that must happen once, however often it is asked for. */
export interface Once {
  /** What is being done, and for whom: `tickets`, `messages:<conversation>`. Keys of different scopes never meet. */
  scope: string;
  key: string;
  /** SHA-256 of what was sent: the same key with other content is refused. */
  fingerprint: string;
}

export function fingerprintOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

/** The first statement of a write: its `changes` are 0 when the key was used before. */
export function claimKey(db: Database, once: Once, resultId: string, now: number): Statement {
  return db.read
    .insert(idempotencyKeys)
    .values({ scope: once.scope, key: once.key, fingerprint: once.fingerprint, resultId, createdAt: now })
    .onConflictDoNothing();
}

/** The same for a write that may be refused: the key is claimed only if `guard` holds, so that it can be tried again. */
export function claimKeyWhere(once: Once, resultId: string, now: number, guard: SQL): Statement {
  const { scope, key } = idempotencyKeys;
  const isUsed = sql`exists (select 1 from ${idempotencyKeys} where ${scope} = ${once.scope} and ${key} = ${once.key})`;
  return insertWhere(idempotencyKeys, { ...once, resultId, createdAt: now }, sql`${guard} and not ${isUsed}`);
}

/** The guard of every further statement: the key was claimed by this very write. */
export function claimedFor({ scope, key }: Once, resultId: string): SQL {
  const { scope: ofScope, key: ofKey, resultId: ofResult } = idempotencyKeys;
  return sql`exists (select 1 from ${idempotencyKeys} where ${ofScope} = ${scope} and ${ofKey} = ${key} and ${ofResult} = ${resultId})`;
}

/** The id of what a key led to earlier. Throws `key-reused` when it came with other content then. */
export async function earlierResult(db: Database, { scope, key, fingerprint }: Once): Promise<string | null> {
  const [earlier] = await db.read
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
  if (!earlier) return null;
  if (earlier.fingerprint !== fingerprint) throw new Problem('key-reused');
  return earlier.resultId;
}

/** Forgets keys older than 30 days: longer than any device keeps an unsent message. */
export async function forgetOldKeys(db: Database, now: number): Promise<void> {
  await db.write([
    db.read.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, now - fixedDays.idempotencyKeys * 86_400_000)),
  ]);
}
