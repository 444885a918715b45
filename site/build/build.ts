import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as buildPages } from 'astro';
import { ArticleMemory } from '../article-text/memory.ts';
import { readAhead } from '../article-text/read-ahead.ts';
import { checkContent } from '../content-check/check.ts';
import { printed } from '../content-check/finding.ts';
import { writeEndedTwins } from '../markdown-twins/twins.ts';
import { compressedBy } from './compress.ts';
import { takeBookletsAlong } from '../print/booklets.ts';
import { writeFeeds } from '../feeds/feeds.ts';
import { ContentError } from './content-error.ts';
import { currentBuild, type EarlierBuild, sourcesNow, type WholeBuild } from './current-build.ts';
import { DerivingThread } from './deriving-thread.ts';
import { drawnPages } from './drawn-pages.ts';
import { listFiles, pathsIn } from './list-files.ts';
import { markMade, servedBuilds } from './served-builds.ts';
import { signServiceWorker } from './service-worker.ts';
import { snapshotOf } from './snapshot.ts';

export interface BuildOptions {
  /** The project's folder. */
  root: string;
  /** Where builds live: `builds/<id>/` each, and `current`, which names the one to serve; `serving/`: which are served. */
  distDir: string;
  /** The instant whose day it shows; this one if left out. One for all that is made, should it run over midnight. */
  now?: number;
  say: (line: string) => void;
}

/**
 * Builds the whole site beside the one that is served, and makes it the current one when it is whole. Gives back its id.
 * Throws `ContentError` with every finding; whatever it throws, the current build stays as it was.
 */
export async function buildSite({ root, distDir, now = Date.now(), say }: BuildOptions): Promise<string> {
  const fingerprint = await sourcesNow({ root, distDir, now });
  const before = await currentBuild(distDir);
  const started = performance.now();
  say('Building the site …');
  const memory = await ArticleMemory.open(root);
  await readAhead(root, memory);
  const { portal, journal, articles, posts, findings, redirects, expiring } = await checkContent(root, { memory, now });
  if (!portal || findings.length > 0) throw new ContentError(printed(findings));
  await memory.save();

  const id = `${fingerprint}-${Date.now().toString(36)}`;
  const folder = join(distDir, 'builds', id);
  const siteFolder = join(folder, 'site');
  const unmark = await markMade(distDir, id);
  await mkdir(siteFolder, { recursive: true });
  // Pages of a build link what is printed there; under `npm run dev` there are no booklets.
  process.env['BOOKLETS_OF'] = distDir;
  process.env['BUILT_AT'] = String(now);
  const derived = new DerivingThread({ root, siteFolder, portal, articles, posts });
  try {
    const urls = new Set([...articles, ...posts].map(({ url }) => url));
    await buildPages({
      root,
      outDir: siteFolder,
      logLevel: 'error',
      cacheDir: join(root, 'node_modules/.cache/astro'),
      integrations: [drawnPages(urls, (page) => derived.add(page))],
    });
    // Before anything is listed: what is listed does not change any more.
    await signServiceWorker(siteFolder, { id, isOn: portal.offline, languages: portal.languages });
    const pages = await listWhileDeriving(siteFolder, before, derived);
    if (journal) await writeFeeds(siteFolder, portal, journal, posts);
    await writeEndedTwins(siteFolder, Object.values(expiring));
    await takeBookletsAlong(root, distDir, siteFolder, articles);
    const snapshot = snapshotOf(portal, { articles, redirects, expiring }, now);
    await writeFile(join(folder, 'portal.json'), JSON.stringify(snapshot));
    // Last, so that a build with this file is whole.
    const others = await listFiles(siteFolder, await pathsIn(siteFolder, pages), before);
    const build: WholeBuild = { id, fingerprint, compressedBy, files: { ...pages, ...others } };
    await writeFile(join(folder, 'build.json'), JSON.stringify(build));
  } catch (error) {
    await derived.stop();
    await rm(folder, { recursive: true, force: true });
    await unmark();
    throw error;
  } finally {
    // What this process draws afterwards is not of this build.
    delete process.env['BOOKLETS_OF'];
    delete process.env['BUILT_AT'];
  }
  await makeCurrent(distDir, id);
  await unmark();
  await removeOthers(distDir, [id, before?.id, ...(await servedBuilds(distDir))]);
  say(
    `Built ${articles.length} articles${posts.length > 0 ? ` and ${posts.length} posts` : ''} in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
  );
  return id;
}

/** Pages are compressed in threads while the rest is derived from them. */
async function listWhileDeriving(
  siteFolder: string,
  before: EarlierBuild | null,
  derived: DerivingThread,
): Promise<WholeBuild['files']> {
  // Twins are written at this time, and the indexes only afterwards.
  const paths = (await pathsIn(siteFolder)).filter((path) => !path.endsWith('.md'));
  const listing = listFiles(siteFolder, paths, before);
  const deriving = derived.finish();
  // Neither may still be writing when a failed build is taken away.
  await Promise.allSettled([listing, deriving]);
  await deriving;
  return listing;
}

async function makeCurrent(distDir: string, id: string): Promise<void> {
  const next = join(distDir, `current.${process.pid}`);
  await writeFile(next, `${id}\n`);
  await rename(next, join(distDir, 'current'));
}

/** The build before stays for whoever has just read that it is the current one. */
async function removeOthers(distDir: string, kept: readonly (string | undefined)[]): Promise<void> {
  for (const id of await readdir(join(distDir, 'builds'))) {
    if (!kept.includes(id)) await rm(join(distDir, 'builds', id), { recursive: true, force: true });
  }
}
