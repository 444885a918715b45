import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../api/db/database.ts';
import { migrate } from '../../api/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database file as all migrations leave it. */
    migratedFile: string;
  }
}

/** The file that most tests begin with a copy of: migrating anew would be most of their work. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-migrated-'));
  const file = join(folder, 'portal.db');
  const db = await openDatabase(file);
  await migrate(db.raw);
  await db.close();
  project.provide('migratedFile', file);
  return () => rm(folder, { recursive: true, force: true });
}
