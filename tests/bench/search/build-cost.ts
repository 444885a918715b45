import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import type { PortalSnapshot } from '../../../content/schema/snapshot.ts';
import { SearchIndexes } from '../../../site/build/search-indexes.ts';
import { buildFolder } from './built-portal.ts';
import { makeContentRoot } from './content-root.ts';
import { articlesInBoth } from './corpus.ts';
import { dataFile } from './needs.ts';
import { median } from './percentiles.ts';
import { say } from './say.ts';

const pages = 1000;
const rounds = 3;

/** How long a build takes, and how much of it is making the two indexes. */
export async function buildCost(): Promise<void> {
  const archive = dataFile('corpus/astro-docs.tar.gz');
  const articles = await articlesInBoth(archive, pages);
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-build-cost-'));
  await makeContentRoot(folder, articles);
  const whole: number[] = [];
  const indexes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await rm(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
    const { value, seconds } = await timed(() => buildFolder(folder));
    const { siteFolder, snapshot } = value;
    whole.push(seconds);
    for (const made of ['pagefind', 'search']) await rm(join(siteFolder, made), { recursive: true, force: true });
    const made = await timed(() => index(folder, siteFolder, snapshot));
    indexes.push(made.seconds);
  }
  await rm(folder, { recursive: true, force: true });
  const [build, added] = [median(whole), median(indexes)];
  say(
    `\nBuilding ${articles.length} pages, half ja and half en: documentation there is in both, again with numbered ` +
      `titles; without any cache\nseconds, median of ${rounds}; the indexes by themselves, of the site just built\n`,
  );
  say(`the whole build${build.toFixed(1).padStart(26)}\n`);
  say(
    `  both search indexes${added.toFixed(1).padStart(20)}   ${((added / (build - added)) * 100).toFixed(0)} % added to the rest\n`,
  );
}

async function index(root: string, siteFolder: string, { portal, articles }: PortalSnapshot): Promise<void> {
  const indexes = await SearchIndexes.open({ root, siteFolder, portal }, { articles, posts: [] });
  for (const { url } of articles) {
    await indexes.add(url, parse(await readFile(join(siteFolder, url, 'index.html'), 'utf8')));
  }
  await indexes.write();
  await indexes.close();
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}
