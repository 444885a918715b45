import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { damagedDatabase } from './damage.ts';
import { type Finding, fault, ok, warning } from './finding.ts';
import { migrationFindings } from './migrations.ts';
import { megabytes, type Patient } from './patient.ts';
import { examineSharedDatabase } from './shared-database.ts';

const largestLogBytes = 64 * 1024 ** 2;

/** Structure, references, schema and sizes. Of a running portal the quick form of the check, which holds up requests less. */
export async function examineDatabase(patient: Patient): Promise<Finding[]> {
  const { config, db, isRunning } = patient;
  if (db.isShared) return examineSharedDatabase(patient);
  const [check] = (await db.raw.execute(isRunning ? 'pragma quick_check(1)' : 'pragma integrity_check(1)')).rows;
  const verdict = Object.values(check ?? {})[0];
  if (verdict !== 'ok') return [damagedDatabase(config, JSON.stringify(verdict))];
  const findings: Finding[] = [];
  const orphans = (await db.raw.execute('pragma foreign_key_check')).rows;
  if (orphans.length > 0) {
    findings.push(
      fault(
        'database',
        `${orphans.length} rows refer to rows that are not there, the first in ${JSON.stringify(orphans[0]?.['table'])}.`,
        'Something other than the portal has written to the file; pages of those rows may fail.',
        'Keep a backup of now, and restore one from before: npm run restore -- <folder> --replace',
      ),
    );
  }
  findings.push(...(await migrationFindings(db)));
  const bytes = await bytesOf(join(config.dataDir, 'portal.db'));
  const logBytes = await bytesOf(join(config.dataDir, 'portal.db-wal'));
  if (logBytes > largestLogBytes) {
    findings.push(
      warning(
        'database',
        `The write-ahead log has ${megabytes(logBytes)}.`,
        'It has not been taken into the database for long: starting takes longer, and the disk fills.',
        'Restart the portal. Should it grow again, look for "database-busy" in the log.',
      ),
    );
  }
  if (findings.length > 0) return findings;
  return [ok('database', `whole, ${megabytes(bytes)} and ${megabytes(logBytes)} of write-ahead log`)];
}

async function bytesOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}
