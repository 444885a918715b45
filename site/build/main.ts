import { join, resolve } from 'node:path';
import { buildIfChanged } from './build-if-changed.ts';
import { ContentError } from './content-error.ts';

const root = join(import.meta.dirname, '../..');

try {
  const options = {
    root,
    distDir: resolve(root, process.env['DIST_DIR'] ?? 'dist'),
    say: (line: string) => void process.stdout.write(`${line}\n`),
  };
  if (process.argv.includes('--if-changed')) await buildIfChanged(options);
  else await (await import('./build.ts')).buildSite(options);
  // Astro's tool chain may leave a worker behind.
  process.exit(0);
} catch (error) {
  console.error(error instanceof ContentError ? `\n${error.message}\n` : error);
  process.exit(1);
}
