import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openDatabase } from '../../../api/db/database.ts';
import { migrate } from '../../../api/db/migrate.ts';
import type { Services } from '../../../api/services.ts';
import { portalSchema } from '../../../content/schema/portal.ts';

/** What reviewers ask, for the sample portal with an empty database: nobody has posted, and nobody has decided anything. */
export async function sampleServices(): Promise<{ services: Services; close: () => Promise<void> }> {
  const written = await readFile(new URL('../../../content/portal.yaml', import.meta.url), 'utf8');
  const portal = portalSchema.parse(parse(written));
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-spam-'));
  const db = await openDatabase(join(folder, 'portal.db'));
  await migrate(db.raw);
  const services = {
    db,
    clock: () => Date.now(),
    publicUrl: 'https://help.aruku.example',
    portal: () => portal,
    categories: () => portal.categories,
  } satisfies Partial<Services> as unknown as Services;
  const close = async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { services, close };
}
