import {
  type Column,
  getTableColumns,
  type InferInsertModel,
  is,
  Param,
  Placeholder,
  type Query,
  SQL,
  sql,
} from 'drizzle-orm';
import { SQLiteSyncDialect, type SQLiteTable } from 'drizzle-orm/sqlite-core';

const dialect = new SQLiteSyncDialect();

/** The text and arguments of a statement, as libSQL takes them. */
export interface CompiledStatement {
  sql: string;
  args: (string | number | null)[];
}

/** A drizzle query that has not been run, a piece of SQL, or either as text. */
export type Statement = { toSQL(): Query } | SQL | CompiledStatement;

export function compiled(statement: Statement): CompiledStatement {
  if ('args' in statement) return statement;
  const { sql: text, params } = toQuery(statement);
  return { sql: text, args: params as CompiledStatement['args'] };
}

/**
 * Statements whose text is made once, for a write that is asked for often. `build` gets stand-ins instead of values: they
 * may be put anywhere into the statements, but not looked at.
 */
export function prepared<B, V extends object>(
  build: (builder: B, values: V) => Statement[],
): (builder: B, values: V) => CompiledStatement[] {
  let queries: { sql: string; args: ((values: Record<string, unknown>) => unknown)[] }[] | undefined;
  return (builder, values) => {
    queries ??= build(builder, standIns as V)
      .map(toQuery)
      .map(({ sql: text, params }) => ({ sql: text, args: params.map(argument) }));
    return queries.map(({ sql: text, args }) => ({
      sql: text,
      args: args.map((argument) => argument(values as Record<string, unknown>)) as CompiledStatement['args'],
    }));
  };
}

/** Where an argument of a prepared statement comes from: found out once, as drizzle's `fillPlaceholders` does each time. */
function argument(param: unknown): (values: Record<string, unknown>) => unknown {
  if (is(param, Placeholder)) return (values) => valueOf(values, param.name);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value } = param;
    return (values) => {
      const given = valueOf(values, value.name);
      // Nothing is nothing in any encoding: not false, and not the word.
      return given === null ? null : encoder.mapToDriverValue(given);
    };
  }
  return () => param;
}

function toQuery(statement: Statement): Query {
  if ('args' in statement) return { sql: statement.sql, params: statement.args };
  return 'toSQL' in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
}

/** What is left out would be stored as nothing, without a word. */
function valueOf(values: Record<string, unknown>, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`A prepared statement has no value for ${name}`);
  return value;
}

/** Whatever is asked of it, by name. */
const standIns = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });

/** A row to insert; any of its values may be SQL, such as a sub-select. */
type RowOrSql<T extends SQLiteTable> = { [K in keyof InferInsertModel<T>]: InferInsertModel<T>[K] | SQL };

/** `insert … select … where guard`: the row is written only if the guard holds at the moment of writing. */
export function insertWhere<T extends SQLiteTable>(table: T, row: RowOrSql<T>, guard: SQL): SQL {
  const columns = getTableColumns(table);
  const present = Object.entries(row).filter(([, value]) => value !== undefined);
  const names = present.map(([key]) => sql.identifier(columns[key]?.name ?? key));
  const values = present.map(([key, value]) => asValue(value, columns[key]));
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)} where ${guard}`;
}

function asValue(value: unknown, column: Column | undefined): SQL {
  if (is(value, SQL)) return value;
  if (value === null || !column) return sql`null`;
  return sql`${sql.param(value, column)}`;
}
