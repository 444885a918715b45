import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@libsql/client';

const folder = join(import.meta.dirname, 'migrations');

/** A migration that ran once is no longer the file that is here, or a newer release has used this database. */
export class MigrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationError';
  }
}

/**
 * Brings the schema up to date and gives back the names of the migrations that ran here.
 * Each runs in a transaction with its entry in `migrations`. Two processes may do this at once: of one migration, the
 * entry of the second is refused before anything else of it runs. Throws `MigrationError` when a migration that already
 * ran has changed, is missing, or would have to run before one that ran.
 */
export async function migrate(client: Client, migrations?: readonly Migration[]): Promise<string[]> {
  await client.execute(
    'create table if not exists migrations (name text primary key not null, hash text not null, ran_at integer not null) strict',
  );
  const ranHere: string[] = [];
  for (;;) {
    const [next] = await pendingMigrations(client, migrations);
    if (!next) return ranHere;
    try {
      await client.batch(
        [
          { sql: 'insert into migrations values (?, ?, unixepoch() * 1000)', args: [next.name, next.hash] },
          ...next.statements,
        ],
        'write',
      );
      ranHere.push(next.name);
    } catch (error) {
      // Another process was faster: what it ran is looked at like everything that ran before.
      if (!(await ranMigrations(client)).some(({ name }) => name === next.name)) throw error;
    }
  }
}

/** The migrations of this release that a database has not had, in order. Throws `MigrationError` as `migrate` does. */
export async function pendingMigrations(client: Client, migrations?: readonly Migration[]): Promise<Migration[]> {
  return migrationsAfter(await ranMigrations(client), migrations ?? (await knownMigrations()));
}

/** What a database has had, as it was recorded. */
export async function ranMigrations(client: Client): Promise<RanMigration[]> {
  const { rows } = await client.execute('select name, hash from migrations order by name');
  return rows.map((row) => ({ name: text(row['name']), hash: text(row['hash']) }));
}

/** The migrations that are to follow those that ran. Throws `MigrationError` when the two do not belong together. */
export function migrationsAfter(ran: readonly RanMigration[], known: readonly Migration[]): Migration[] {
  for (const { name, hash } of ran) {
    const file = known.find((migration) => migration.name === name);
    if (!file)
      throw new MigrationError(`This database was used by a newer release: it has had ${name}, which is not here.`);
    if (file.hash !== hash) throw new MigrationError(`${name} has changed since it ran. Add a new migration instead.`);
  }
  const last = ran.at(-1)?.name ?? '';
  const pending = known.filter((migration) => !ran.some(({ name }) => name === migration.name));
  const late = pending.find(({ name }) => name < last);
  if (late) {
    throw new MigrationError(`${late.name} would have to run before ${last}, which has run. Give it a later number.`);
  }
  return pending;
}

/** A migration as a database remembers it. */
export interface RanMigration {
  name: string;
  hash: string;
}

export interface Migration {
  name: string;
  hash: string;
  statements: string[];
}

/** The migrations of this release, in order. */
export async function knownMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => asMigration(name, await readFile(join(folder, name), 'utf8'))));
}

/** Statements end with a semicolon at the end of a line. */
export function asMigration(name: string, text: string): Migration {
  return {
    name,
    hash: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex'),
    statements: text
      .split(/;\s*$/m)
      .map((statement) => statement.trim())
      .filter(Boolean),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
