import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { count, desc } from 'drizzle-orm';
import { readSecret } from '../secret.ts';
import { hashOf } from '../sessions/tokens.ts';
import { tokenOf } from '../tickets/private-links.ts';
import { privateLinks } from '../tickets/tables.ts';
import { type Finding, fault, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

/** Who can read the key and what is stored, and whether the key is still the one that links were made with. */
export async function examineSecrets(patient: Patient): Promise<Finding[]> {
  const findings = [...(await openFiles(patient)), ...(await keyFindings(patient))];
  return findings.length > 0 ? findings : [ok('secrets', 'the key fits, and only the user of the portal reads it')];
}

async function openFiles({ config: { dataDir } }: Patient): Promise<Finding[]> {
  if (process.platform === 'win32') return [];
  const findings: Finding[] = [];
  for (const name of ['portal.key', 'portal.db']) {
    const file = join(dataDir, name);
    const info = await stat(file).catch(() => null);
    if (!info || (info.mode & 0o077) === 0) continue;
    const mode = (info.mode & 0o777).toString(8);
    const told =
      name === 'portal.key'
        ? fault('secrets', `${file} can be read by others (mode ${mode}).`, 'Who reads it opens every request.', '')
        : warning('secrets', `${file} can be read by others (mode ${mode}).`, 'It holds what customers wrote.', '');
    findings.push({ ...told, remedy: `chmod 600 ${file}` });
  }
  return findings;
}

async function keyFindings({ config, db }: Patient): Promise<Finding[]> {
  const [counted] = await db.read.select({ links: count() }).from(privateLinks);
  const [link] = await db.read.select().from(privateLinks).orderBy(desc(privateLinks.createdAt)).limit(1);
  if (!link) return [];
  const file = join(config.dataDir, 'portal.key');
  const isThere = config.secret !== undefined || (await stat(file).catch(() => null)) !== null;
  const remedy = `Restore ${file} from a backup, or set SECRET as it was, before the portal starts again.`;
  const meaning = 'No private link that customers have opens their request any more.';
  if (!isThere) {
    return [
      fault('secrets', `The key is gone, with which ${counted?.links ?? 0} private links were made.`, meaning, remedy),
    ];
  }
  const secret = await readSecret(config.secret, config.dataDir);
  if (hashOf(tokenOf(secret, link.id)) === link.tokenHash) return [];
  const whose = config.secret === undefined ? file : 'SECRET';
  return [fault('secrets', `${whose} is not the key that private links were made with.`, meaning, remedy)];
}
