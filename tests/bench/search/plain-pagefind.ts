import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Browser } from 'playwright';
import { type Language, languages } from '../../../content/schema/languages.ts';
import { type Engine, slugOf } from './engine.ts';
import type { BuiltPortal } from './built-portal.ts';
import { serveFolder } from './static-server.ts';

/** A site with nothing but Pagefind's index of a portal's pages as they are served, and an empty page per language. */
export async function plainPagefindSite(siteFolder: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-pagefind-'));
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  await index.addDirectory({ path: siteFolder });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  for (const language of languages) {
    const page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Pagefind</title>`;
    await writeFile(join(folder, `${language}.html`), page);
  }
  return folder;
}

/** Pagefind as its documentation shows it: the whole query, its first ten results. */
export async function openPlainPagefind(
  browser: Browser,
  { siteFolder }: BuiltPortal,
  language: Language,
): Promise<Engine> {
  const folder = await plainPagefindSite(siteFolder);
  const server = await serveFolder(folder);
  const page = await browser.newPage({ baseURL: server.url });
  await page.goto(`/${language}.html`);
  return {
    name: 'plain Pagefind',
    ask: async (query) => (await page.evaluate(firstTen, query)).map(slugOf),
    async close() {
      await page.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page. */
async function firstTen(query: string): Promise<string[]> {
  interface Plain {
    search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  }
  const address = '/pagefind/pagefind.js';
  const { results } = await ((await import(address)) as Plain).search(query);
  return Promise.all(results.slice(0, 10).map(async (hit) => (await hit.data()).url));
}
