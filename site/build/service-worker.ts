import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Build } from '../../components/offline/worker-scope.ts';

/**
 * Puts what a build is before its service worker, as the first line: so that each build has a worker of its own, which
 * browsers take for a new one.
 */
export async function signServiceWorker(siteFolder: string, build: Build): Promise<void> {
  const file = join(siteFolder, 'service-worker.js');
  const worker = await readFile(file, 'utf8');
  await writeFile(file, `self.madoBuild=${JSON.stringify(build)};\n${worker}`);
}
