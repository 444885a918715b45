import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** What the protocol answers instead of a result; codes as sqld has them. */
export class HranaError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };

interface Stmt {
  sql?: string;
  sql_id?: number;
  args?: Value[];
  named_args?: { name: string; value: Value }[];
}

type Cond =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'not'; cond: Cond }
  | { type: 'and'; conds: Cond[] }
  | { type: 'or'; conds: Cond[] }
  | { type: 'is_autocommit' };

interface Batch {
  steps: { condition?: Cond | null; stmt: Stmt }[];
}

export type Asked = { type: string; stmt?: Stmt; batch?: Batch; sql?: string; sql_id?: number };

/** One connection, as a client has it for the length of a stream. */
export interface Stream {
  answer(asked: Asked): object;
  /** Whether it is a batch, and one of its statements contains the SQL. */
  isBatchOf(asked: Asked, sql: string): boolean;
  isClosed(): boolean;
}

const patienceMs = 500;

export function openStream(file: string, mostPages: number): Stream {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: patienceMs });
  // No test cuts the power.
  database.exec(`pragma journal_mode = wal; pragma synchronous = off; pragma max_page_count = ${mostPages}`);
  const stored = new Map<number, string>();
  let isOpen = true;

  function textOf({ sql, sql_id: id }: { sql?: string; sql_id?: number }): string {
    const text = sql ?? stored.get(id ?? -1);
    if (text === undefined) throw new HranaError('SQL_NOT_FOUND', `There is no SQL text ${id}`);
    return text;
  }

  function execute(stmt: Stmt): object {
    const statement = database.prepare(textOf(stmt));
    statement.setReadBigInts(true);
    const named = Object.fromEntries((stmt.named_args ?? []).map(({ name, value }) => [name, toSql(value)]));
    const args = (stmt.args ?? []).map(toSql);
    const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }));
    if (cols.length > 0) {
      statement.setReturnArrays(true);
      const rows = statement.all(named, ...args) as unknown as unknown[][];
      return { cols, rows: rows.map((row) => row.map(fromSql)), affected_row_count: 0, last_insert_rowid: null };
    }
    const { changes, lastInsertRowid } = statement.run(named, ...args);
    return { cols, rows: [], affected_row_count: Number(changes), last_insert_rowid: String(lastInsertRowid) };
  }

  function run({ steps }: Batch): object {
    const results: (object | null)[] = [];
    const errors: (object | null)[] = [];
    const holds = (cond: Cond): boolean => {
      if (cond.type === 'ok') return results[cond.step] != null;
      if (cond.type === 'error') return errors[cond.step] != null;
      if (cond.type === 'not') return !holds(cond.cond);
      if (cond.type === 'is_autocommit') return !database.isTransaction;
      return cond.type === 'and' ? cond.conds.every(holds) : cond.conds.some(holds);
    };
    for (const { condition, stmt } of steps) {
      let result: object | null = null;
      let error: object | null = null;
      try {
        if (!condition || holds(condition)) result = execute(stmt);
      } catch (thrown) {
        error = asError(thrown);
      }
      results.push(result);
      errors.push(error);
    }
    return { step_results: results, step_errors: errors };
  }

  function respond(asked: Asked): object {
    switch (asked.type) {
      case 'execute':
        return { type: 'execute', result: execute(asked.stmt ?? {}) };
      case 'batch':
        return { type: 'batch', result: run(asked.batch ?? { steps: [] }) };
      case 'sequence':
        database.exec(textOf(asked));
        return { type: 'sequence' };
      case 'store_sql':
        stored.set(asked.sql_id ?? 0, asked.sql ?? '');
        return { type: 'store_sql' };
      case 'close_sql':
        stored.delete(asked.sql_id ?? 0);
        return { type: 'close_sql' };
      case 'close':
        isOpen = false;
        database.close();
        return { type: 'close' };
      default:
        throw new HranaError('NOT_SUPPORTED', `This server does not know ${asked.type}`);
    }
  }

  return {
    answer(asked) {
      try {
        return { type: 'ok', response: respond(asked) };
      } catch (error) {
        return { type: 'error', error: asError(error) };
      }
    },
    isBatchOf: ({ type, batch }, sql) =>
      type === 'batch' && (batch?.steps ?? []).some(({ stmt }) => textOf(stmt).includes(sql)),
    isClosed: () => !isOpen,
  };
}

/** Only primary codes, and its own words before SQLite's: as sqld answers. */
function asError(error: unknown): { code: string; message: string } {
  if (error instanceof HranaError) return { code: error.code, message: error.message };
  const { errcode = 1, message } = error as { errcode?: number; message: string };
  const code = {
    1: 'SQL_INPUT_ERROR',
    5: 'SQLITE_BUSY',
    6: 'SQLITE_LOCKED',
    13: 'SQLITE_FULL',
    19: 'SQLITE_CONSTRAINT',
  }[errcode & 0xff];
  return { code: code ?? 'SQLITE_UNKNOWN', message: `SQLite error: ${message}` };
}

function toSql(value: Value): SQLInputValue {
  if (value.type === 'null') return null;
  if (value.type === 'integer') return BigInt(value.value);
  if (value.type === 'blob') return Buffer.from(value.base64, 'base64');
  return value.value;
}

function fromSql(value: unknown): Value {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return {
    type: 'blob',
    base64: Buffer.from(value as Uint8Array)
      .toString('base64')
      .replaceAll('=', ''),
  };
}
