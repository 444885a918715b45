import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, fault, ok, warning } from './finding.ts';
import { megabytes, type Patient } from './patient.ts';

const faultBytes = 64 * 1024 ** 2;
const warningBytes = 512 * 1024 ** 2;

/** Whether there is room for what comes, and for another copy of the database. */
export async function examineDisk({ config, space }: Patient): Promise<Finding[]> {
  const { freeBytes, wholeBytes } = await space(config.dataDir);
  const databaseBytes = (await stat(join(config.dataDir, 'portal.db')).catch(() => null))?.size ?? 0;
  const left = `${config.dataDir} has ${megabytes(freeBytes)} of ${megabytes(wholeBytes)} left.`;
  const remedy = 'Remove old backups and logs from this disk, or move DATA_DIR to a larger one.';
  if (freeBytes < faultBytes) {
    return [fault('disk', left, 'Soon nothing can be stored: tickets are answered with 507.', remedy)];
  }
  if (freeBytes < Math.max(warningBytes, 2 * databaseBytes)) {
    return [warning('disk', left, 'A backup or an upgrade may find no room.', remedy)];
  }
  return [ok('disk', left)];
}
