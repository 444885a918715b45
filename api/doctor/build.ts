import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError, loadBuiltSite } from '../http/built-site.ts';
import { type Finding, fault, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

const root = join(import.meta.dirname, '../..');
const sources = ['content', 'site', 'components'];

/** Whether there is a whole build, and whether its sources are no younger. */
export async function examineBuild({ config: { distDir, devSiteUrl } }: Patient): Promise<Finding[]> {
  if (devSiteUrl) return [ok('build', 'pages come from the development server')];
  let site;
  try {
    site = await loadBuiltSite(distDir);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return [fault('build', error.message, 'There are no pages to serve.', 'npm run build')];
  }
  const { mtimeMs } = await stat(join(site.folder, 'build.json'));
  const changed = await youngerThan(mtimeMs);
  if (!changed) return [ok('build', `${site.id}, ${site.files.size} files, as young as its sources`)];
  return [
    warning(
      'build',
      `${changed} is younger than the build ${site.id}.`,
      'Readers may see pages as they were before the change.',
      'Restart the portal: it builds when something changed. Or npm run build, then restart.',
    ),
  ];
}

async function youngerThan(time: number): Promise<string | null> {
  for (const folder of sources) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const info = await stat(file).catch(() => null);
      if (info && info.mtimeMs > time) return file.slice(root.length + 1);
    }
  }
  return null;
}
