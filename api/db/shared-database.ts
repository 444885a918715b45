import { createClient, type Client, type InStatement, LibsqlError, type ResultSet } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { Problem } from '../problem.ts';
import type { Database } from './database.ts';
import { groupWrites } from './grouped-writes.ts';
import { readingThrough } from './reading.ts';
import { isBusy, sqliteCode } from './sqlite-errors.ts';

/** Where a libSQL server is: `libsql://`, `https://`, or `http://` on this machine, with the token it asks for. */
export interface DatabaseServer {
  url: string;
  authToken: string | undefined;
}

/** The server did not answer, or not as a database: whether a write was stored is not known. */
export class DatabaseUnreachableError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the database server could not be reached: ${reason}`, options);
    this.name = 'DatabaseUnreachableError';
  }
}

const patienceMs = 10_000;

/**
 * Opens a database on a libSQL server, which any number of processes share. Each write is one request that holds a whole
 * transaction (Hrana 2, `POST /v2/pipeline`); nothing depends on a connection that stays.
 * Throws `DatabaseUnreachableError` when the server does not answer, or refuses the token.
 */
export async function openSharedDatabase({ url, authToken }: DatabaseServer): Promise<Database> {
  const client = createClient({ url, ...(authToken === undefined ? {} : { authToken }), fetch: fetchWhole });
  try {
    await client.execute('select 1');
  } catch (error) {
    client.close();
    throw error;
  }
  const { write, drained } = groupWrites({
    commit: (statements) => client.batch(statements, 'write'),
    mayBeStored: isUnreachable,
    asProblem,
  });
  return {
    read: drizzle(readingThrough(client, (statement) => readTwice(client, statement))),
    write,
    raw: client,
    isShared: true,
    changes: null,
    async close() {
      await drained();
      client.close();
    },
  };
}

/** The whole answer or an error that says that there is none: half of one is none. */
async function fetchWhole(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    const body = await response.arrayBuffer();
    if (response.ok) return new Response(body, response);
    throw new DatabaseUnreachableError(`HTTP ${response.status} ${Buffer.from(body).toString('utf8', 0, 200)}`.trim());
  } catch (error) {
    if (error instanceof DatabaseUnreachableError) throw error;
    throw new DatabaseUnreachableError(reasonOf(error), { cause: error });
  }
}

/** A read that was cut off is asked for once more: servers close connections that were idle for long. */
async function readTwice(client: Client, statement: InStatement): Promise<ResultSet> {
  const ask = () => client.execute(statement);
  try {
    return await ask().catch((error: unknown) => (isUnreachable(error) ? ask() : Promise.reject(error)));
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): unknown {
  // Codes besides SQLite's are sqld's: a transaction that waited too long, writing that was forbidden for want of room.
  const code = error instanceof LibsqlError ? error.code : '';
  if (isUnreachable(error) || isBusy(error) || code.startsWith('TRANSACTION_')) {
    return new Problem('database-busy', { retryAfterSeconds: 2 });
  }
  if (sqliteCode(error).startsWith('SQLITE_FULL') || code === 'BLOCKED') {
    return new Problem('storage-full', { retryAfterSeconds: 60 });
  }
  return error;
}

function isUnreachable(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DatabaseUnreachableError) return true;
  }
  // An answer that is none of the protocol's: something else answers there.
  return error instanceof LibsqlError && /^(HRANA_|SERVER_ERROR|PROTOCOL_)/.test(error.code);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : String(cause);
}
