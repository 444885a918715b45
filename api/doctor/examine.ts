import { examineBackups } from './backups.ts';
import { examineBuild } from './build.ts';
import { examineClock } from './clock.ts';
import { examineDatabase } from './database.ts';
import { examineDisk } from './disk.ts';
import { type Finding, fault } from './finding.ts';
import { examineMailIn } from './mail-in.ts';
import { examineMail } from './mail.ts';
import type { Patient } from './patient.ts';
import { examineReach } from './reach.ts';
import { examineSecrets } from './secrets.ts';
import { examineVersions } from './versions.ts';
import { examineWork } from './work.ts';

/** What is looked at, in the order in which it is told. */
const examinations = {
  versions: examineVersions,
  address: examineReach,
  database: examineDatabase,
  secrets: examineSecrets,
  disk: examineDisk,
  clock: examineClock,
  build: examineBuild,
  mail: examineMail,
  'mail-in': examineMailIn,
  backups: examineBackups,
  work: examineWork,
} satisfies Record<string, (patient: Patient) => Promise<Finding[]>>;

/** Everything that can be said of a portal. An examination that fails is a finding, and keeps no other from being made. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [subject, look] of Object.entries(examinations)) {
    try {
      findings.push(...(await look(patient)));
    } catch (error) {
      const what = `This could not be examined: ${error instanceof Error ? error.message : String(error)}`;
      findings.push(fault(subject, what, 'Whether it is well is not known.', 'Mend what is named, then ask again.'));
    }
  }
  return findings;
}
