import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startChromium } from '../chromium/start.ts';
import { checkAccessibility } from './accessibility.ts';
import { readBuiltSite } from './built.ts';
import { checkSite } from './check.ts';
import { type Finding, printed } from './finding.ts';

/*
 * Checks the built site, every page of it: as files, and in a browser for barriers. `--without-browser` leaves out the
 * second, which takes minutes.
 */

const distDir = resolve(import.meta.dirname, '../..', process.env['DIST_DIR'] ?? 'dist');
const id = (await readFile(join(distDir, 'current'), 'utf8').catch(() => '')).trim();

if (id === '') {
  console.error(`${distDir} holds no site. Make one: npm run build`);
  process.exitCode = 1;
} else {
  const siteFolder = join(distDir, 'builds', id, 'site');
  const { pages, findings } = await checkSite(siteFolder);
  if (!process.argv.includes('--without-browser')) findings.push(...(await barriersIn(siteFolder)));
  if (findings.length > 0) {
    console.error(`${printed(findings)}\n\n${findings.length} thing(s) to mend in the built site`);
    process.exitCode = 1;
  } else {
    process.stdout.write(`The built site is in order: ${pages} pages\n`);
  }
}

async function barriersIn(siteFolder: string): Promise<Finding[]> {
  const browser = await startChromium();
  try {
    return await checkAccessibility(await readBuiltSite(siteFolder), siteFolder, browser);
  } finally {
    await browser.close();
  }
}
