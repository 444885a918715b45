import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../search/say.ts';

/** What the portal is measured against, in these versions. No dependency of the project. */
const packages = { astro: '7.3.5', '@astrojs/mdx': '8.0.2', '@astrojs/starlight': '0.42.4' };

/** A folder in which all projects lie, beneath the packages they share: `<BENCH_CACHE>/build` or a temporary one. */
export async function openWorkshop(): Promise<string> {
  const cache = process.env['BENCH_CACHE'];
  const folder = cache ? join(cache, 'build') : await mkdtemp(join(tmpdir(), 'madoguchi-build-'));
  await mkdir(folder, { recursive: true });
  const manifest = { private: true, type: 'module', dependencies: packages };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  if (Object.keys(packages).every((name) => existsSync(join(folder, 'node_modules', name)))) return folder;
  say('Installing what it is measured against …\n');
  const npm = spawn('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0) throw new Error('npm could not install what the portal is measured against');
  return folder;
}

/** How Astro is called by the projects of a workshop. */
export function astroOf(workshop: string): string {
  return join(workshop, 'node_modules/astro/bin/astro.mjs');
}
