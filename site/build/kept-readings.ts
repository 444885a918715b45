import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprintFiles } from './fingerprint.ts';
import { openDictionary, readingsOf } from './readings.ts';

/** Everything that has a say in readings, beside the texts. */
const readers = ['site/build/readings.ts', 'components/search/core/normalise.ts', 'package-lock.json'];

interface Kept {
  /** A hash of everything that has a say in readings. */
  readers: string;
  /** A hash of the texts that were asked for. */
  texts: string;
  readings: Record<string, string>;
}

/** Unpacks the dictionary beforehand, if nothing is kept that may be used: by who has time while the texts are made. */
export async function readAhead(root: string): Promise<void> {
  if (!(await keptBy(root, await fingerprintFiles(root, readers)))) void openDictionary();
}

/** The readings of these texts: those of the last build if it asked for the same texts in the same way. */
export async function keptReadings(root: string, asked: readonly string[]): Promise<Record<string, string>> {
  const own = await fingerprintFiles(root, readers);
  const texts = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
  const kept = await keptBy(root, own);
  if (kept?.texts === texts) return kept.readings;
  const readings = await readingsOf(asked);
  const path = pathIn(root);
  await mkdir(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}`;
  await writeFile(next, JSON.stringify({ readers: own, texts, readings } satisfies Kept));
  await rename(next, path);
  return readings;
}

/** What the last build kept, if it was read in the same way. */
async function keptBy(root: string, own: string): Promise<Kept | null> {
  const kept = await readFile(pathIn(root), 'utf8')
    .then((text) => JSON.parse(text) as Kept)
    .catch(() => null);
  return kept?.readers === own ? kept : null;
}

function pathIn(root: string): string {
  return join(root, 'node_modules/.cache/madoguchi/readings.json');
}
