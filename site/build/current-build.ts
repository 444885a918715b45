import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bookletsList } from '../print/booklets.ts';
import type { EarlierFiles } from './compress.ts';
import { fingerprintSources } from './fingerprint.ts';
import type { ListedFile } from './list-files.ts';

/** `build.json`. */
export interface WholeBuild {
  id: string;
  fingerprint: string;
  compressedBy: string;
  files: Record<string, ListedFile>;
}

export type EarlierBuild = WholeBuild & EarlierFiles;

/** The build that is served, or `null` where there is no whole one. */
export async function currentBuild(distDir: string): Promise<EarlierBuild | null> {
  try {
    const id = (await readFile(join(distDir, 'current'), 'utf8')).trim();
    const folder = join(distDir, 'builds', id);
    const build = JSON.parse(await readFile(join(folder, 'build.json'), 'utf8')) as WholeBuild;
    return { ...build, siteFolder: join(folder, 'site') };
  } catch {
    return null;
  }
}

/** The hash of what a build made now would be made from. */
export function sourcesNow({ root, distDir, now }: { root: string; distDir: string; now: number }): Promise<string> {
  return fingerprintSources(root, { now, others: [bookletsList(distDir)] });
}
