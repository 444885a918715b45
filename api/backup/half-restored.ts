import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a restore puts things together; the folder is there only while it does. */
export const asideIn = (dataDir: string): string => join(dataDir, '.restoring');

/** Whether a restore into this folder was cut short: nothing should start with what is there. */
export function isHalfRestored(dataDir: string): boolean {
  return existsSync(asideIn(dataDir));
}
