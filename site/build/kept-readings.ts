import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprintFiles } from './fingerprint.ts';
import { readingsOf } from './readings.ts';

/** Everything that has a say in readings, beside the texts. */
const readers = ['site/build/readings.ts', 'components/search/core/normalise.ts', 'package-lock.json'];

interface Kept {
  key: string;
  readings: Record<string, string>;
}

/** The readings of these texts: those of the last build if it asked for the same texts in the same way. */
export async function keptReadings(root: string, texts: readonly string[]): Promise<Record<string, string>> {
  const path = join(root, 'node_modules/.cache/madoguchi/readings.json');
  const key = createHash('sha256')
    .update(JSON.stringify([await fingerprintFiles(root, readers), texts]))
    .digest('hex');
  const kept = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text) as Kept)
    .catch(() => null);
  if (kept?.key === key) return kept.readings;
  const readings = await readingsOf(texts);
  await mkdir(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}`;
  await writeFile(next, JSON.stringify({ key, readings } satisfies Kept));
  await rename(next, path);
  return readings;
}
