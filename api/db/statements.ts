import { type Column, getTableColumns, type InferInsertModel, is, type Query, SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect, type SQLiteTable } from 'drizzle-orm/sqlite-core';

const dialect = new SQLiteSyncDialect();

/** A drizzle query that has not been run, or a piece of SQL. */
export type Statement = { toSQL(): Query } | SQL;

/** The text and arguments of a statement, as libSQL takes them. */
export function compiled(statement: Statement): { sql: string; args: (string | number | null)[] } {
  const query = 'toSQL' in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
  return { sql: query.sql, args: query.params as (string | number | null)[] };
}

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
