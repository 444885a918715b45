import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PortalSnapshot } from '../../content/schema/snapshot.ts';

/** One file of a built site, as `build.json` lists it. */
export interface BuiltFile {
  type: string;
  bytes: number;
  /** Hash of the content, without quotes. */
  etag: string;
  /** Compressed copies beside the file and their sizes. */
  br?: number;
  gz?: number;
}

/** A whole build: `build.json` is its last file to be written. */
export interface BuiltSite {
  id: string;
  folder: string;
  /** By path inside the site, without a leading slash. */
  files: Map<string, BuiltFile>;
  snapshot: PortalSnapshot;
}

/** There is no whole build to serve. */
export class BuildError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BuildError';
  }
}

/** The current build. Throws `BuildError` when there is none, or when files of it are missing or cut short. */
export async function loadBuiltSite(distDir: string): Promise<BuiltSite> {
  const id = (await readFile(join(distDir, 'current'), 'utf8').catch(() => '')).trim();
  if (!/^[\w-]+$/.test(id)) throw new BuildError(`${distDir} holds no site. Make one: npm run build`);
  const folder = join(distDir, 'builds', id);
  let list: { files: Record<string, BuiltFile> };
  let snapshot: BuiltSite['snapshot'];
  try {
    list = JSON.parse(await readFile(join(folder, 'build.json'), 'utf8')) as typeof list;
    snapshot = JSON.parse(await readFile(join(folder, 'portal.json'), 'utf8')) as typeof snapshot;
  } catch {
    throw new BuildError(`The site in ${folder} is not whole.`);
  }

  const files = new Map(Object.entries(list.files));
  const expected = [...files].flatMap(([path, { bytes, br, gz }]) => [
    { path, bytes },
    ...(br === undefined ? [] : [{ path: `${path}.br`, bytes: br }]),
    ...(gz === undefined ? [] : [{ path: `${path}.gz`, bytes: gz }]),
  ]);
  const sizes = await Promise.all(
    expected.map(async ({ path, bytes }) => {
      const found = await stat(join(folder, 'site', path)).catch(() => null);
      return found?.size === bytes ? null : path;
    }),
  );
  const broken = sizes.find((path) => path !== null);
  if (broken) throw new BuildError(`The site in ${folder} is not whole: ${broken} is missing or cut short.`);
  return { id, folder, files, snapshot };
}
