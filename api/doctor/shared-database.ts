import type { Config } from '../config.ts';
import { migrationFindings } from './migrations.ts';
import { type Finding, fault, ok } from './finding.ts';
import type { Patient } from './patient.ts';

/** Of a database at a server: whether it answers, and whether its schema fits. What is on its disk is the server's own concern. */
export async function examineSharedDatabase({ config, db }: Patient): Promise<Finding[]> {
  const started = performance.now();
  try {
    await db.raw.execute('select 1');
  } catch (error) {
    return [unreachableDatabase(config, error)];
  }
  const milliseconds = Math.round(performance.now() - started);
  const findings = await migrationFindings(db);
  return findings.length > 0 ? findings : [ok('database', `${hostOf(config)} answers within ${milliseconds} ms`)];
}

/** What is said of a server that cannot be asked. */
export function unreachableDatabase(config: Config, error: unknown): Finding {
  return fault(
    'database',
    `${hostOf(config)} cannot be asked: ${error instanceof Error ? error.message : String(error)}`,
    'The portal does not start; one that runs answers with 503.',
    'Check DATABASE_URL and DATABASE_AUTH_TOKEN, that the server runs, and that a firewall lets this machine out to it.',
  );
}

function hostOf({ databaseServer }: Config): string {
  return databaseServer ? new URL(databaseServer.url).host : 'The database server';
}
