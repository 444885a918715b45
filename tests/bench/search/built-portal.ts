import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleSummary, PortalSnapshot } from '../../../content/schema/snapshot.ts';
import { startPortal } from '../../support/portal-process.ts';
import { makeContentRoot, type RootArticle } from './content-root.ts';

/** A portal that is built and answers. */
export interface BuiltPortal {
  url: string;
  /** Its pages and indexes, as files. */
  siteFolder: string;
  articles: ArticleSummary[];
  stop(): Promise<void>;
}

/** The project's own content. */
export async function openProduct(): Promise<BuiltPortal> {
  return open(join(import.meta.dirname, '../../..'), async () => undefined);
}

/**
 * A portal with these articles for content, in a folder of its own: a temporary one, or `<BENCH_CACHE>/<name>`, where
 * the build is left out as long as its sources stay the same.
 */
export async function openPortal(name: string, articles: readonly RootArticle[]): Promise<BuiltPortal> {
  const cache = process.env['BENCH_CACHE'];
  const folder = cache ? join(cache, name) : await mkdtemp(join(tmpdir(), `madoguchi-${name}-`));
  await mkdir(folder, { recursive: true });
  await makeContentRoot(folder, articles);
  return open(folder, async () => {
    if (!cache) await rm(folder, { recursive: true, force: true });
  });
}

async function open(folder: string, leave: () => Promise<void>): Promise<BuiltPortal> {
  const { siteFolder, snapshot } = await buildFolder(folder, ['--if-changed']);
  const portal = await startPortal({ folder, env: { DIST_DIR: join(folder, 'dist') } });
  // A table that fails leaves no portal behind.
  const end = () => process.kill(portal.pid);
  process.once('exit', end);
  return {
    url: portal.url,
    siteFolder,
    articles: snapshot.articles,
    async stop() {
      process.off('exit', end);
      await portal.stop();
      await rm(portal.dataDir, { recursive: true, force: true });
      await leave();
    },
  };
}

/** Builds a project's folder in a process of its own, as `npm run build` does. */
export async function buildFolder(
  folder: string,
  args: readonly string[] = [],
): Promise<{ siteFolder: string; snapshot: PortalSnapshot }> {
  const distDir = join(folder, 'dist');
  const build = spawn(process.execPath, [join(folder, 'site/build/main.ts'), ...args], {
    cwd: folder,
    env: { ...process.env, DIST_DIR: distDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The portal in ${folder} does not build`);
  const built = join(distDir, 'builds', (await readFile(join(distDir, 'current'), 'utf8')).trim());
  const snapshot = JSON.parse(await readFile(join(built, 'portal.json'), 'utf8')) as PortalSnapshot;
  return { siteFolder: join(built, 'site'), snapshot };
}
