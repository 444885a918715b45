import { channel } from 'node:diagnostics_channel';
import { createClient, type Client, type InStatement, LibsqlError, type ResultSet } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { Problem } from '../problem.ts';
import { releaseClosedFiles } from './release.ts';
import { compiled, type Statement } from './statements.ts';

/** What came of one statement of a write. */
export interface WriteResult {
  /** Rows inserted, updated or deleted: 0 says that a guard did not hold. */
  changes: number;
}

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
  close(): Promise<void>;
}

/** Another process has the file. */
export class DatabaseHeldError extends Error {
  constructor(file: string) {
    super(`${file} is in use by another process`);
    this.name = 'DatabaseHeldError';
  }
}

/** A commit that is on disk: how many writes shared it, and how long it took; published on `madeCommits`. */
export interface MadeCommit {
  writes: number;
  ms: number;
}

/** Where commits are counted. */
export const madeCommits = channel('madoguchi:made-commit');

interface WaitingWrite {
  statements: InStatement[];
  resolve(results: WriteResult[]): void;
  reject(reason: unknown): void;
}

const settings = [
  // Exclusive before anything is read: from the first read on, the file is ours until the process ends.
  'pragma locking_mode = exclusive',
  'pragma journal_mode = wal',
  'pragma synchronous = full',
  'pragma foreign_keys = on',
];

const mostStatementsInGroup = 1000;

/**
 * Opens a database file for this process alone.
 * Throws `DatabaseHeldError` when another process has it, without touching the file.
 */
export async function openDatabase(file: string): Promise<Database> {
  const client = createClient({ url: `file:${file}`, concurrency: 1 });
  try {
    await prepare(client);
  } catch (error) {
    client.close();
    if (isBusy(error)) throw new DatabaseHeldError(file);
    throw error;
  }

  const waiting: WaitingWrite[] = [];
  let draining: Promise<void> | null = null;

  async function drain() {
    // One turn of the event loop later: whatever was asked in this turn shares a commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const group: WaitingWrite[] = [];
      let size = 0;
      while (waiting[0] && (group.length === 0 || size + waiting[0].statements.length <= mostStatementsInGroup)) {
        const write = waiting.shift() as WaitingWrite;
        size += write.statements.length;
        group.push(write);
      }
      await commit(group);
    }
    draining = null;
  }

  async function commit(group: WaitingWrite[]): Promise<void> {
    const started = performance.now();
    try {
      const results = await client.batch(
        group.flatMap((write) => write.statements),
        'write',
      );
      const made: MadeCommit = { writes: group.length, ms: performance.now() - started };
      if (madeCommits.hasSubscribers) madeCommits.publish(made);
      let from = 0;
      for (const write of group) {
        write.resolve(results.slice(from, from + write.statements.length).map(toResult));
        from += write.statements.length;
      }
    } catch (error) {
      await renewIfPoisoned(client, error);
      const [only, ...others] = group;
      if (only && others.length === 0) {
        only.reject(asProblem(error));
        return;
      }
      // One bad write must not fail its neighbours: each gets a transaction of its own.
      for (const write of group) await commit([write]);
    }
  }

  return {
    read: drizzle(readingThrough(client)),
    write(statements) {
      return new Promise((resolve, reject) => {
        waiting.push({ statements: statements.map(compiled), resolve, reject });
        draining ??= drain();
      });
    },
    raw: client,
    async close() {
      await draining;
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

/** Reads that meet a busy file leave a connection that later loses writes (libsql-client-ts#352): renew it at once. */
function readingThrough(client: Client): Client {
  const execute = async (...args: [InStatement] | [string, never]): Promise<ResultSet> => {
    try {
      return await client.execute(...(args as [InStatement]));
    } catch (error) {
      await renewIfPoisoned(client, error);
      throw asProblem(error);
    }
  };
  return new Proxy(client, {
    get: (target, key) => (key === 'execute' ? execute : Reflect.get(target, key, target)),
  });
}

async function renewIfPoisoned(client: Client, error: unknown): Promise<void> {
  if (!isBusy(error)) return;
  client.reconnect();
  await releaseClosedFiles();
  // Should the file still be held, the next statement meets that and tries again.
  await prepare(client).catch(() => undefined);
}

function toResult({ rowsAffected }: ResultSet): WriteResult {
  return { changes: rowsAffected };
}

function asProblem(error: unknown): unknown {
  if (isBusy(error)) return new Problem('database-busy', { retryAfterSeconds: 2 });
  if (sqliteCode(error).startsWith('SQLITE_FULL')) return new Problem('storage-full', { retryAfterSeconds: 60 });
  return error;
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error));
}

/** Whether a write failed because a value that has to be unique was there already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof LibsqlError && /UNIQUE constraint failed/.test(error.message);
}

function sqliteCode(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof LibsqlError) return cause.extendedCode ?? cause.code;
    if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_')) return cause.code;
  }
  return '';
}
