import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import { parse } from 'node-html-parser';
import type { Language } from '../../../content/schema/languages.ts';
import type { Engine } from './engine.ts';
import type { BuiltPortal } from './built-portal.ts';

interface Indexed {
  id: string;
  title: string;
  text: string;
}

/** MiniSearch with the whole text of every page of a language in one index. */
export async function openWholeIndex(portal: BuiltPortal, language: Language): Promise<Engine> {
  const engine = await wholeIndex(portal, language);
  return {
    name: 'MiniSearch, whole text',
    ask: async (query) => engine.search(query).map(({ id }) => String(id)),
    close: async () => undefined,
  };
}

/** The index itself, parted by Intl.Segmenter, its titles boosted, with its own typo tolerance. */
export async function wholeIndex(
  { siteFolder, articles }: BuiltPortal,
  language: Language,
): Promise<MiniSearch<Indexed>> {
  const engine = new MiniSearch<Indexed>(wholeIndexOptions(language));
  for (const article of articles) {
    if (article.language !== language) continue;
    const { url, slug, title, asked } = article;
    const html = parse(await readFile(join(siteFolder, url, 'index.html'), 'utf8'));
    engine.add({ id: slug, title, text: `${html.querySelector('.article')?.textContent ?? ''} ${asked.join(' ')}` });
  }
  return engine;
}

/** Stands by itself: a page takes it over as it is. */
export function wholeIndexOptions(language: Language): Options<Indexed> {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return {
    fields: ['title', 'text'],
    storeFields: ['title'],
    tokenize: (text) =>
      [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment),
    searchOptions: { boost: { title: 3 }, fuzzy: 0.2, prefix: true },
  };
}
