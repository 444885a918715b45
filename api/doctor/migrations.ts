import { MigrationError, pendingMigrations } from '../db/migrate.ts';
import { type Finding, fault, ok } from './finding.ts';
import type { Patient } from './patient.ts';

/** Whether schema and release belong together; nothing when they do and nothing is to be brought up to date. */
export async function migrationFindings({ raw }: Patient['db']): Promise<Finding[]> {
  try {
    const pending = await pendingMigrations(raw);
    if (pending.length === 0) return [];
    return [ok('database', `The next start brings it up to date: ${pending.map(({ name }) => name).join(', ')}`)];
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    return [
      fault(
        'database',
        error.message,
        'The portal does not start with this database: it and the release do not belong together.',
        'Install the release that made it, or undo the change of the file: git checkout -- api/db/migrations',
      ),
    ];
  }
}
