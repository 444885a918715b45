import { lstatSync } from 'node:fs';
import { readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Whether something has the name, if only a link that leads nowhere. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/**
 * SQLite takes its logs away when it lets go of a file, which may be only now. A link leads from its new place to where it
 * led before. Gives back whether it was one.
 */
export async function moveIfThere(from: string, to: string): Promise<boolean> {
  const target = await readlink(from).catch(() => null);
  try {
    if (target === null) await rename(from, to);
    else {
      await symlink(resolve(dirname(from), target), to);
      await rm(from);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return target !== null;
}
