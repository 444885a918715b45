import { join, resolve } from 'node:path';
import { buildSite, ContentError } from './build.ts';

const root = join(import.meta.dirname, '../..');

try {
  await buildSite({
    root,
    distDir: resolve(root, process.env['DIST_DIR'] ?? 'dist'),
    onlyIfChanged: process.argv.includes('--if-changed'),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  // Astro's tool chain may leave a worker behind.
  process.exit(0);
} catch (error) {
  console.error(error instanceof ContentError ? `\n${error.message}\n` : error);
  process.exit(1);
}
