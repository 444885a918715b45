import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mail as it came, byte for byte, and what of it is to be read: the fields that matter in it. */
export interface CorpusMail {
  name: string;
  path: string;
  raw: Buffer;
  expected: Record<string, unknown>;
}

const folder = join(import.meta.dirname, 'corpus');

/** Every mail of the corpus: `<name>.eml`, and what is expected of it in `<name>.json` beside it. */
export const corpus: readonly CorpusMail[] = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .toSorted()
  .map((file) => {
    const path = join(folder, file);
    const expected = JSON.parse(readFileSync(path.replace(/eml$/, 'json'), 'utf8')) as Record<string, unknown>;
    return { name: file.replace(/\.eml$/, ''), path, raw: readFileSync(path), expected };
  });
