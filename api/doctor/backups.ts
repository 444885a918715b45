import { stat } from 'node:fs/promises';
import { BackupError, readManifest } from '../backup/manifest.ts';
import { listBackups } from '../backup/make.ts';
import { type Finding, fault, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

const oldestHours = 48;
const remedy = 'npm run backup, and have it done every night: api/deploy/README.md has a timer.';

/** Whether there is a backup, how old the latest is, and where it lies. */
export async function examineBackups({ config, db, clock }: Patient): Promise<Finding[]> {
  if (db.isShared) return [ok('backups', atServer(config))];
  const { backupDir, dataDir, publicUrl } = config;
  const [latest] = await listBackups(backupDir);
  if (!latest) {
    return [
      warning('backups', `There is none in ${backupDir}.`, 'What is lost with this disk is lost for good.', remedy),
    ];
  }
  let madeAt;
  try {
    madeAt = Date.parse((await readManifest(latest)).madeAt);
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    return [fault('backups', error.message, 'The latest backup cannot be restored.', remedy)];
  }
  const hours = Math.round((clock() - madeAt) / 3_600_000);
  const findings: Finding[] = [];
  if (hours > oldestHours) {
    const age = `The latest, ${latest}, is ${Math.round(hours / 24)} days old.`;
    findings.push(warning('backups', age, 'What came since then is in one place only.', remedy));
  }
  const [there, here] = await Promise.all([stat(latest), stat(dataDir)]);
  if (publicUrl.startsWith('https:') && there.dev === here.dev) {
    findings.push(
      warning(
        'backups',
        `${backupDir} is on the same disk as ${dataDir}.`,
        'Both are lost together.',
        'Set BACKUP_DIR to another disk, or copy backups to another machine after each is made.',
      ),
    );
  }
  return findings.length > 0 ? findings : [ok('backups', `the latest is ${hours} hours old: ${latest}`)];
}

function atServer({ dataDir }: Patient['config']): string {
  return `the database’s are made at its server and cannot be seen from here; keep ${dataDir} and SECRET beside them`;
}
