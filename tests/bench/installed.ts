import { execFile } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The folder of packages that only a benchmark needs, installed once by npm into the benchmarks' cache (`BENCH_CACHE`, or
 * the system's temporary folder): the project itself does not depend on them. `packages` are exact, such as
 * `{ lighthouse: '13.5.0' }`. Rejects with npm's own words when they cannot be had.
 */
export async function installed(name: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const versions = Object.entries(packages).map(([known, version]) => `${known}@${version}`);
  const cache = process.env['BENCH_CACHE'] ?? join(tmpdir(), 'madoguchi-bench');
  const folder = join(cache, 'installed', [name, ...versions].join('_').replaceAll('/', '+'));
  const done = join(folder, 'done');
  if (
    await access(done).then(
      () => true,
      () => false,
    )
  )
    return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...versions], { cwd: folder });
  await writeFile(done, '');
  return folder;
}
