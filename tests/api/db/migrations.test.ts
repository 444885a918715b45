import { describe, expect, it, onTestFinished } from 'vitest';
import { asMigration, migrate, MigrationError } from '../../../api/db/migrate.ts';
import { openTestDatabase } from '../../support/test-database.ts';
import { temporaryFile } from '../support/notes.ts';

const first = asMigration('0001-shoes.sql', "create table shoes (id text);\ninsert into shoes values ('boots');\n");
const second = asMigration('0002-size.sql', 'alter table shoes add column size integer;\n');
const third = asMigration('0003-laces.sql', 'create table laces (id text);\n');

async function openEmpty() {
  const db = await openTestDatabase(await temporaryFile());
  onTestFinished(() => db.close());
  return {
    client: db.raw,
    ran: async () => (await db.raw.execute('select name from migrations order by name')).rows.map((row) => row['name']),
    tables: async () => {
      const { rows } = await db.raw.execute("select name from sqlite_schema where type = 'table' order by name");
      return rows.map((row) => row['name']);
    },
  };
}

describe('migrations', () => {
  it('run in order, each once, and say which ran', async () => {
    const { client, ran } = await openEmpty();
    expect(await migrate(client, [first, second])).toEqual([first.name, second.name]);
    expect(await migrate(client, [first, second])).toEqual([]);
    expect(await migrate(client, [first, second, third])).toEqual([third.name]);
    expect(await ran()).toEqual([first.name, second.name, third.name]);
    const { rows } = await client.execute('select id, size from shoes');
    expect(rows).toMatchObject([{ id: 'boots', size: null }]);
  });

  it('of this release make the whole schema, once', async () => {
    const { client, tables } = await openEmpty();
    expect(await migrate(client)).toContain('0001-founding.sql');
    expect(await tables()).toContain('conversations');
    expect(await migrate(client)).toEqual([]);
  });

  it('that changed after they ran are refused, by name', async () => {
    const { client, tables } = await openEmpty();
    await migrate(client, [first]);
    const changed = asMigration(first.name, 'create table boots (id text);\n');
    await expect(migrate(client, [changed, second])).rejects.toThrow(
      new MigrationError('0001-shoes.sql has changed since it ran. Add a new migration instead.'),
    );
    expect(await tables()).toEqual(['migrations', 'shoes']);
    expect(await migrate(client, [first, second])).toEqual([second.name]);
  });

  it('have not changed when only the line ends of the file have', () => {
    const text = 'create table a (id text);\ncreate table b (id text);\n';
    expect(asMigration('0001.sql', text.replaceAll('\n', '\r\n')).hash).toBe(asMigration('0001.sql', text).hash);
    expect(asMigration('0001.sql', `${text}-- a word`).hash).not.toBe(asMigration('0001.sql', text).hash);
  });

  it('that ran and are missing mean a newer release: refused, by name', async () => {
    const { client, ran } = await openEmpty();
    await migrate(client, [first, second]);
    await expect(migrate(client, [first])).rejects.toThrow(
      new MigrationError('This database was used by a newer release: it has had 0002-size.sql, which is not here.'),
    );
    expect(await ran()).toEqual([first.name, second.name]);
  });

  it('that would have to run before one that ran are refused', async () => {
    const { client, tables } = await openEmpty();
    await migrate(client, [first, third]);
    await expect(migrate(client, [first, second, third])).rejects.toThrow(
      new MigrationError(
        '0002-size.sql would have to run before 0003-laces.sql, which has run. Give it a later number.',
      ),
    );
    expect(await tables()).toEqual(['laces', 'migrations', 'shoes']);
  });

  it('that fail leave nothing of themselves, and keep those before them', async () => {
    const { client, ran, tables } = await openEmpty();
    const broken = asMigration(
      '0002-broken.sql',
      'create table left_over (id text);\ninsert into nowhere values (1);\n',
    );
    await expect(migrate(client, [first, broken, third])).rejects.toThrow('no such table: nowhere');
    expect(await tables()).toEqual(['migrations', 'shoes']);
    expect(await ran()).toEqual([first.name]);
    const mended = asMigration(broken.name, 'create table mended (id text);\n');
    expect(await migrate(client, [first, mended, third])).toEqual([mended.name, third.name]);
  });

  it('are parted at the semicolons that end lines, and nowhere else', () => {
    const { statements } = asMigration(
      '0001.sql',
      "insert into a values ('x; y');\n\ncreate table b (\n  id text\n);\n",
    );
    expect(statements).toEqual(["insert into a values ('x; y')", 'create table b (\n  id text\n)']);
  });
});
