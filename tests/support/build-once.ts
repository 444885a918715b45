import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Makes sure that the project's site is built as its sources are now. */
export async function buildOnce(): Promise<void> {
  const script = join(import.meta.dirname, '../../site/build/main.ts');
  const build = spawn(process.execPath, [script, '--if-changed'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The site does not build');
}
