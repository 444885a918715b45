import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { datedPages } from './dated-pages.ts';

/** Everything a build is made from. */
const sources = [
  'content/**/*.*',
  'site/**/*.*',
  'components/**/*.*',
  'api/**/{contract,client,problem}.ts',
  'astro.config.mjs',
  'package-lock.json',
];

/**
 * A hash that changes when a build would: of every source's name and content, of the address pages name, of what the
 * calendar does to pages, and of other files that a build is made from, if they are there.
 */
export async function fingerprintSources(
  root: string,
  { others = [], now = Date.now() }: { others?: readonly string[]; now?: number } = {},
): Promise<string> {
  const beside = [process.env['PUBLIC_URL'] ?? '', String(new Date(now).getUTCFullYear())];
  beside.push(...(await datedPages(root, now)));
  for (const file of others) beside.push(await readFile(file, 'utf8').catch(() => ''));
  return fingerprintFiles(root, sources, `${beside.join('\n')}\n`);
}

/** A hash of the names and contents of the files that match, and of a text beside them. */
export async function fingerprintFiles(root: string, patterns: readonly string[], beside = ''): Promise<string> {
  const paths: string[] = [];
  for await (const path of glob(patterns, { cwd: root })) paths.push(path);
  const hash = createHash('sha256').update(beside);
  for (const path of paths.sort()) {
    const content = await readFile(join(root, path)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return null;
      throw error;
    });
    if (content) hash.update(`${path.replaceAll('\\', '/')}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
