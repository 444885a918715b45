import type { Config } from '../config.ts';
import { type Finding, fault } from './finding.ts';

/** What is said of a file that SQLite does not find whole. */
export function damagedDatabase({ dataDir, backupDir }: Config, reason: string): Finding {
  return fault(
    'database',
    `The database is damaged: ${reason}`,
    'Some of what was stored cannot be read, and writing on may lose more.',
    `Stop the portal, keep a copy of ${dataDir}, and restore the latest backup of ${backupDir}: npm run restore -- <folder> --replace`,
  );
}
