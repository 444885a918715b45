import type { Client, InStatement } from '@libsql/client';
import { ConnectionPool, Sqlite3Client } from '@libsql/client/sqlite3';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { Problem } from '../problem.ts';
import { runAlone, runBatch } from './batches.ts';
import { readingThrough } from './reading.ts';
import { groupWrites, type WriteResult } from './grouped-writes.ts';
import { releaseClosedFiles } from './release.ts';
import { isBusy, isClosed, sqliteCode } from './sqlite-errors.ts';
import type { Statement } from './statements.ts';
import { countTableChanges, type TableChanges } from './table-changes.ts';

export interface Database {
  /** For reading only; rows are typed by the tables. */
  read: LibSQLDatabase;
  /**
   * Writes statements as one transaction and resolves when it is on disk, with a result for each statement.
   * Throws `Problem('database-busy')` or `Problem('storage-full')`; any other failure of a statement as it is.
   */
  write(statements: readonly Statement[]): Promise<WriteResult[]>;
  /** Runs statements on their own, outside the queue: migrations and checks at start. */
  raw: Client;
  /** Whether other processes write to it, too. */
  isShared: boolean;
  /** What was written to; `null` where other processes write, too, and nobody here knows. */
  changes: Pick<TableChanges, 'of'> | null;
  close(): Promise<void>;
}

/** Another process has the file. */
export class DatabaseHeldError extends Error {
  constructor(file: string) {
    super(`${file} is in use by another process`);
    this.name = 'DatabaseHeldError';
  }
}

const settings = [
  // Exclusive before anything is read: from the first read on, the file is ours until the process ends.
  'pragma locking_mode = exclusive',
  'pragma journal_mode = wal',
  'pragma synchronous = full',
  'pragma foreign_keys = on',
  // What is erased is overwritten in the file, too.
  'pragma secure_delete = on',
];

/**
 * Opens a database file for this process alone.
 * Throws `DatabaseHeldError` when another process has it, without touching the file.
 */
export async function openDatabase(file: string): Promise<Database> {
  const pool = new ConnectionPool(file, {}, 1);
  const client = new Sqlite3Client(pool, 'number');
  try {
    await prepare(client);
  } catch (error) {
    client.close();
    if (isBusy(error)) throw new DatabaseHeldError(file);
    throw error;
  }
  const guarded = renewing(client);
  const read = (statement: InStatement) =>
    guarded(() => runAlone(pool, statement)).catch((error: unknown) => {
      throw asProblem(error);
    });
  const changes = countTableChanges();
  const { write, drained } = groupWrites({
    // Counted before anybody hears that it is written.
    commit: (statements) => guarded(() => runBatch(pool, statements)).finally(() => changes.count(statements)),
    mayBeStored: () => false,
    asProblem,
  });
  return {
    read: drizzle(readingThrough(client, read)),
    write,
    raw: client,
    isShared: false,
    changes,
    async close() {
      await drained();
      await client.execute('pragma wal_checkpoint(truncate)').catch(() => undefined);
      client.close();
    },
  };
}

async function prepare(client: Client): Promise<void> {
  for (const setting of settings) await client.execute(setting);
  // The lock is taken by reading; the empty transaction makes sure that writing works, too.
  await client.execute('select count(*) from sqlite_schema');
  await client.batch([], 'write');
}

type Guarded = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A connection that met a busy file later loses writes (libsql-client-ts#352): it is renewed at once. Nothing is done on the
 * new one before it has all settings, however long the file is held, and all that meet a busy file at once renew it once.
 */
function renewing(client: Client): Guarded {
  let isPrepared = true;
  let underWay: Promise<void> | null = null;

  const prepareAgain = async () => {
    await prepare(client);
    isPrepared = true;
  };
  const renew = async () => {
    isPrepared = false;
    client.reconnect();
    await releaseClosedFiles();
    await prepareAgain().catch(() => undefined);
  };
  const once = (step: () => Promise<void>): Promise<void> =>
    (underWay ??= step().finally(() => {
      underWay = null;
    }));

  return async (work) => {
    try {
      if (underWay) await underWay;
      if (!isPrepared) await once(prepareAgain);
      return await work();
    } catch (error) {
      if (isBusy(error)) await once(renew);
      throw error;
    }
  };
}

function asProblem(error: unknown): unknown {
  if (isBusy(error) || isClosed(error)) return new Problem('database-busy', { retryAfterSeconds: 2 });
  if (sqliteCode(error).startsWith('SQLITE_FULL')) return new Problem('storage-full', { retryAfterSeconds: 60 });
  return error;
}

/** Whether a write failed because a value that has to be unique was there already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && sqliteCode(error) !== '' && /UNIQUE constraint failed/.test(error.message);
}
