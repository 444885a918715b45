import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintSources } from '../build/fingerprint.ts';

/** What the paper of one page says it was printed from: a short hash of its text, the same until that changes. */
export function textVersion(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 7);
}

/** What a booklet says it was printed from: the release, and a short hash over everything the site is made of. */
export async function siteVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return `${version}-${(await fingerprintSources(root)).slice(0, 7)}`;
}
