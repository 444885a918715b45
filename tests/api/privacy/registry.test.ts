import { getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { held, withoutPersonalData } from '../../../api/privacy/held.ts';
import { makeServices } from '../../support/services.ts';

const registered = held.map(({ table }) => getTableName(table));

it('every table says what it holds of people, or why it holds nothing', async () => {
  const { services } = await makeServices();
  const { rows } = await services.db.raw.execute(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
  );
  const unaccounted = rows
    .map((row) => row['name'] as string)
    .filter((name) => !registered.includes(name) && !(name in withoutPersonalData));
  expect(unaccounted, 'register it in api/privacy/held.ts, or say there why it holds nothing of anybody').toEqual([]);
});

it('no table is accounted for twice, and none that is gone', async () => {
  const { services } = await makeServices();
  const named = [...registered, ...Object.keys(withoutPersonalData)];
  expect(new Set(named).size).toBe(named.length);
  for (const name of named) await services.db.raw.execute(`select 1 from ${name}`);
});

it('what is withheld exists, and secrets are always withheld', () => {
  for (const { table, withheld = [], withheldByLink = [] } of held) {
    const columns = Object.keys(
      Object.fromEntries(
        getTableConfig(table).columns.map((column) => [
          Object.entries(table).find(([, value]) => value === column)?.[0] ?? column.name,
          column,
        ]),
      ),
    );
    for (const name of [...withheld, ...withheldByLink]) expect(columns, getTableName(table)).toContain(name);
    for (const name of columns.filter((column) => /hash|secret/i.test(column))) expect(withheld).toContain(name);
  }
});
