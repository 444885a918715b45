import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../api/db/database.ts';
import { idempotencyKeys } from '../../../api/db/idempotency.ts';
import { makeServices } from '../../support/services.ts';

const root = join(import.meta.dirname, '../../..');

async function tablesInCode(): Promise<SQLiteTable[]> {
  const found: SQLiteTable[] = [idempotencyKeys];
  for await (const path of glob('api/**/tables.ts', { cwd: root })) {
    const module = (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
    found.push(...Object.values(module).filter((value) => is(value, SQLiteTable)));
  }
  return found;
}

/** A table as the code describes it. */
function describedInCode(table: SQLiteTable) {
  const { columns, primaryKeys } = getTableConfig(table);
  const inKey = new Set(primaryKeys.flatMap((key) => key.columns.map(({ name }) => name)));
  return columns
    .map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      isNotNull: column.notNull,
      hasDefault: column.hasDefault,
      isInPrimaryKey: column.primary || inKey.has(column.name),
      isUnique: column.isUnique,
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** A table as the database has it. */
async function describedInDatabase({ raw }: Database, name: string) {
  const unique = new Set<unknown>();
  for (const index of (await raw.execute(`pragma index_list(${name})`)).rows) {
    if (index['unique'] !== 1 || index['origin'] !== 'u') continue;
    const { rows } = await raw.execute(`pragma index_info(${index['name'] as string})`);
    if (rows.length === 1) unique.add(rows[0]?.['name']);
  }
  const { rows } = await raw.execute(`pragma table_info(${name})`);
  const keys = rows.filter((row) => row['pk'] !== 0);
  // A number that is the whole key counts up by itself.
  const isCounted = keys.length === 1 && keys[0]?.['type'] === 'INTEGER';
  return rows
    .map((row) => ({
      name: row['name'] as string,
      type: (row['type'] as string).toLowerCase(),
      isNotNull: row['notnull'] === 1,
      hasDefault: row['dflt_value'] !== null || (isCounted && row['pk'] !== 0),
      isInPrimaryKey: row['pk'] !== 0,
      isUnique: unique.has(row['name']),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

describe('the tables in the code', async () => {
  const tables = await tablesInCode();

  it('are all of the migrated schema, and no others', async () => {
    const { services } = await makeServices();
    const { rows } = await services.db.raw.execute(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'migrations' and name not like 'search_terms%' and name not like 'thread_terms%'",
    );
    const inDatabase = rows.map((row) => row['name'] as string).sort();
    expect(inDatabase.length).toBeGreaterThan(10);
    expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual(inDatabase);
  });

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    'have the columns that the migrations made: %s',
    async (name, table) => {
      const { services } = await makeServices();
      expect(describedInCode(table)).toEqual(await describedInDatabase(services.db, name));
    },
  );
});
