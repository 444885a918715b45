import { type Finding, fault, ok } from './finding.ts';
import type { Patient } from './patient.ts';
import { releaseVersion } from '../release.ts';

const oldestNode = 22;

/** The release, the Node that runs it, and the SQLite within. */
export async function examineVersions({ nodeVersion, db }: Patient): Promise<Finding[]> {
  const { rows } = await db.raw.execute('select sqlite_version() as version');
  const sqlite = rows[0]?.['version'];
  const running = `Madoguchi ${await releaseVersion()}, Node ${nodeVersion}, SQLite ${typeof sqlite === 'string' ? sqlite : '?'} by libSQL`;
  if (Number(nodeVersion.split('.')[0]) >= oldestNode) return [ok('versions', running)];
  return [
    fault(
      'versions',
      `Node ${nodeVersion} runs this; ${oldestNode} or newer is needed.`,
      'It cannot read the portal’s sources, or stops in the midst of something.',
      'Start with npm (npm start): it brings the right Node along. Without npm, install Node 24.',
    ),
  ];
}
