import { cp, mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What a build needs of the project. */
const parts = [
  'content',
  'site',
  'components',
  'api',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Copies the project, to be changed and built elsewhere. Gives back the folder, which is the caller's to remove. */
export async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-copy-'));
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  // A folder of links: what a build keeps there is its own.
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}
