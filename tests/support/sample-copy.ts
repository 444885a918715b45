import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { copyProject } from './project-copy.ts';

const root = join(import.meta.dirname, '../..');
/** A copy of the project, whose sources a test may change. */
export interface SampleCopy {
  folder: string;
  /** Builds it; gives back the exit code and what was printed. */
  build: (...options: string[]) => Promise<{ code: number | null; output: string }>;
  /** What `dist/current` says. */
  current: () => Promise<string>;
  /** The files of the current build. */
  siteFolder: () => Promise<string>;
  /** Changes a file of `content/`; gives back a function that puts it back. Throws when nothing is changed. */
  edit: (path: string, change: (text: string) => string) => Promise<() => Promise<void>>;
  remove: () => Promise<void>;
}

/** Copies the project with its site, as it is built for all tests, and with what that build keeps for the next. */
export async function copySample(): Promise<SampleCopy> {
  await buildOnce();
  const folder = await copyProject();
  const id = await readFile(join(root, 'dist/current'), 'utf8');
  for (const built of [`dist/builds/${id.trim()}`, 'node_modules/.cache/madoguchi']) {
    if (existsSync(join(root, built))) await cp(join(root, built), join(folder, built), { recursive: true });
  }
  await writeFile(join(folder, 'dist/current'), id);
  const current = () => readFile(join(folder, 'dist/current'), 'utf8');
  return {
    folder,
    build: (...options) => build(folder, options),
    current,
    siteFolder: async () => join(folder, 'dist/builds', (await current()).trim(), 'site'),
    edit: (path, change) => edit(join(folder, 'content', path), change),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function build(folder: string, options: readonly string[]) {
  const child = spawn(process.execPath, [join(folder, 'site/build/main.ts'), ...options], { cwd: folder });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, output };
}

async function edit(file: string, change: (text: string) => string): Promise<() => Promise<void>> {
  const text = await readFile(file, 'utf8');
  if (change(text) === text) throw new Error(`${file} is not changed`);
  await writeFile(file, change(text));
  return () => writeFile(file, text);
}
