import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { BuildError } from '../http/built-site.ts';
import { openSite, type Site } from '../site.ts';
import { StartError } from './start-error.ts';

/** The site, built first if its sources changed; one that is not whole is built again. Throws `StartError`. */
export async function siteOf(config: Config): Promise<Site> {
  if (config.devSiteUrl || !config.buildsAtStart) return openSite(config);
  await build(config, '--if-changed');
  try {
    return await openSite(config);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stdout.write(`${error.message}\n`);
    await build(config);
    return openSite(config);
  }
}

/** Builds in a process of its own: what a build needs is gone again when the portal runs. */
async function build({ distDir }: Config, ...options: string[]): Promise<void> {
  const script = join(import.meta.dirname, '../../site/build/main.ts');
  const builder = spawn(process.execPath, [script, ...options], {
    stdio: 'inherit',
    env: { ...process.env, DIST_DIR: distDir },
  });
  const [code] = (await once(builder, 'exit')) as [number | null];
  if (code !== 0) throw new StartError('The site could not be built; see above. The last whole build is still there.');
}
