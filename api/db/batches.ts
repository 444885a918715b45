import { type InStatement, LibsqlError } from '@libsql/client';
import type { ConnectionPool } from '@libsql/client/sqlite3';
import type { CompiledStatement } from './statements.ts';

type Connection = Awaited<ReturnType<ConnectionPool['acquire']>>;
type Prepared = ReturnType<Connection['prepare']>;

/** What one statement of a batch did. */
export interface BatchResult {
  rowsAffected: number;
  rows: readonly ArrayLike<unknown>[];
}

const mostKept = 300;
const kept = new WeakMap<Connection, Map<string, { statement: Prepared; isReader: boolean }>>();

/**
 * Runs statements as one transaction on a pooled connection, with statements that stay prepared: the client's own `batch`
 * prepares each anew, which takes most of its time. Rejects with SQLite's error; nothing of the batch is stored then.
 */
export async function runBatch(pool: ConnectionPool, statements: readonly InStatement[]): Promise<BatchResult[]> {
  const connection = await pool.acquire();
  try {
    checkOpen(connection);
    run(connection, { sql: 'begin immediate', args: [] });
    const results = statements.map((statement) => run(connection, statement as CompiledStatement));
    run(connection, { sql: 'commit', args: [] });
    return results;
  } finally {
    // Whatever is still open is rolled back by it.
    pool.release(connection);
  }
}

/**
 * Runs one statement on its own, prepared as those of a batch are: asked anew, a row by its id takes three times as long.
 * Rows come as lists of their columns, which is how drizzle's builder reads them.
 */
export async function runAlone(pool: ConnectionPool, statement: InStatement): Promise<BatchResult> {
  const connection = await pool.acquire();
  try {
    checkOpen(connection);
    return run(connection, statement as CompiledStatement);
  } finally {
    pool.release(connection);
  }
}

/** Whoever waited for a connection may get one that was closed meanwhile. */
function checkOpen(connection: Connection): void {
  if (!connection.open) throw new LibsqlError('The connection was closed', 'CLIENT_CLOSED');
}

function run(connection: Connection, { sql, args: given }: CompiledStatement): BatchResult {
  const { statement, isReader } = preparedOn(connection, sql);
  // A boolean ends the whole process in the client's native code; its own `execute` makes it a number, too.
  const args = given.some(isBoolean) ? given.map((value) => (isBoolean(value) ? Number(value) : value)) : given;
  if (isReader) return { rowsAffected: 0, rows: statement.raw(true).all(args) as unknown[][] };
  return { rowsAffected: statement.run(args).changes, rows: [] };
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function preparedOn(connection: Connection, sql: string) {
  let statements = kept.get(connection);
  if (!statements) kept.set(connection, (statements = new Map()));
  let found = statements.get(sql);
  if (!found) {
    if (statements.size >= mostKept) statements.clear();
    const statement = connection.prepare(sql);
    found = { statement, isReader: statement.reader };
    statements.set(sql, found);
  }
  return found;
}
