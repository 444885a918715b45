import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintSources } from '../build/fingerprint.ts';

const known = new Map<string, Promise<string>>();

/**
 * What paper says it was printed from: the release, and a short hash over everything the site is made of. Read once for
 * a build, however many pages say it.
 */
export async function siteVersion(root: string): Promise<string> {
  const version = known.get(root) ?? readVersion(root);
  known.set(root, version);
  return version;
}

async function readVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return `${version}-${(await fingerprintSources(root)).slice(0, 7)}`;
}
