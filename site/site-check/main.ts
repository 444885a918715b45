import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkSite } from './check.ts';
import { printed } from './finding.ts';

const distDir = resolve(import.meta.dirname, '../..', process.env['DIST_DIR'] ?? 'dist');
const id = (await readFile(join(distDir, 'current'), 'utf8').catch(() => '')).trim();

if (id === '') {
  console.error(`${distDir} holds no site. Make one: npm run build`);
  process.exitCode = 1;
} else {
  const { pages, findings } = await checkSite(join(distDir, 'builds', id, 'site'));
  if (findings.length > 0) {
    console.error(`${printed(findings)}\n\n${findings.length} thing(s) to mend in the built site`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`The built site is in order: ${pages} pages\n`);
  }
}
