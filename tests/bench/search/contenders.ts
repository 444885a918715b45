import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../../content/schema/languages.ts';
import type { BuiltPortal } from './built-portal.ts';
import { pagefindPage, wholeIndexPage } from './peer-pages.ts';
import { plainPagefindSite } from './plain-pagefind.ts';
import { serveFolder } from './static-server.ts';
import { wholeIndex } from './whole-index.ts';

/** A page with a search field that finds as somebody types. */
export interface Contender {
  name: string;
  /** Address of the server, and the page on it. */
  origin: string;
  path: string;
  field: string;
  stop(): Promise<void>;
}

/** The field at the head of an article, and the same pages behind its peers. */
export async function openContenders(portal: BuiltPortal, language: Language): Promise<Contender[]> {
  const article = portal.articles.find((candidate) => candidate.language === language);
  if (!article) throw new Error(`The portal has no article in ${language}`);
  return [
    {
      name: '<mado-search>',
      origin: portal.url,
      path: article.url,
      field: 'mado-search input',
      stop: async () => undefined,
    },
    await peer('plain Pagefind', await plainPagefindSite(portal.siteFolder), pagefindPage(language)),
    await peer('MiniSearch, whole text', await wholeIndexSite(portal, language), await wholeIndexPage(language)),
  ];
}

async function wholeIndexSite(portal: BuiltPortal, language: Language): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-whole-index-'));
  const index = await wholeIndex(portal, language);
  await writeFile(join(folder, `whole-index-${language}.json`), JSON.stringify(index));
  return folder;
}

async function peer(name: string, folder: string, html: string): Promise<Contender> {
  await writeFile(join(folder, 'field.html'), html);
  const server = await serveFolder(folder);
  return {
    name,
    origin: server.url,
    path: '/field.html',
    field: 'input',
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
