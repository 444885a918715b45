import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../api/db/database.ts';
import { openSharedDatabase } from '../../api/db/shared-database.ts';
import { runOnlyIf } from './not-run.ts';

/**
 * An empty database: the given file, or, in the tests that are run on a shared database, a new one on their server.
 */
export function openTestDatabase(file: string): Promise<Database> {
  const server = inject('databaseServer');
  if (!server) return openDatabase(file);
  return openSharedDatabase({ url: `${server.url}${randomUUID()}/`, authToken: server.authToken });
}

/** A database that has had all migrations, and holds nothing else. */
export async function openMigratedDatabase(file: string): Promise<Database> {
  const server = inject('databaseServer');
  const name = randomUUID();
  await copyFile(inject('migratedFile'), server ? join(server.folder, `${name}.db`) : file);
  if (!server) return openDatabase(file);
  return openSharedDatabase({ url: `${server.url}${name}/`, authToken: server.authToken });
}

/** Options of a test that is not run on a shared database, and why. */
export function onlyOnFile(reason: string): ReturnType<typeof runOnlyIf> {
  return runOnlyIf(!inject('databaseServer'), reason);
}
