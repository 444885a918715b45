import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../api/db/database.ts';
import { knownMigrations, migrate } from '../../../api/db/migrate.ts';
import { temporaryFile } from '../support/notes.ts';
import { everyRow, fillEveryTable } from './filled-schema.ts';

const known = await knownMigrations();

describe('a database of any release before', () => {
  it.each(known.map(({ name }, index) => [name, known.slice(0, index + 1)] as const))(
    'comes up to this one with every row, from %s on',
    async (_, before) => {
      const db = await openDatabase(await temporaryFile());
      onTestFinished(() => db.close());
      await migrate(db.raw, before);
      await fillEveryTable(db.raw);
      const then = await everyRow(db.raw);
      expect(then.size).toBeGreaterThan(5);
      expect([...then].filter(([, rows]) => rows.length === 0)).toEqual([]);

      const ran = await migrate(db.raw);
      expect(ran).toEqual(known.slice(before.length).map(({ name }) => name));
      const now = await everyRow(db.raw);
      for (const [table, rows] of then) {
        // A table that this release does not have any more has moved its rows elsewhere: its migration's own test says where.
        if (!now.has(table)) continue;
        const columns = Object.keys(now.get(table)?.[0] ?? {});
        const stillKept = (row: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column)));
        expect(now.get(table), table).toMatchObject(rows.map(stillKept));
      }
      expect((await db.raw.execute('pragma foreign_key_check')).rows).toEqual([]);
      expect((await db.raw.execute('pragma integrity_check')).rows[0]).toMatchObject({ integrity_check: 'ok' });
    },
  );
});
