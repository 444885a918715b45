import type { Language } from '../../content/schema/languages.ts';
import { type Article, articlesFor, articlesIn } from '../articles.ts';
import { once } from '../once.ts';
import { portal } from '../portal.ts';
import { nearestPages } from './nearest.ts';

/** Pages that are offered after one. */
const most = 4;

/**
 * What a reader may need after an article: what its editors named, then what is nearest to it in meaning. Each page once,
 * in the reader's language, and without the guide that follows it, which has a place of its own.
 */
export async function relatedTo({ kind, slug, language, entry }: Article, reader: Language): Promise<Article[]> {
  const others = (await shown()).get(reader) ?? [];
  const named = entry.data.related.flatMap((wanted) => others.filter((other) => other.slug === wanted));
  const near = (await nearest()).get(language)?.get(`/${language}/${kind}/${slug}/`) ?? [];
  const byPath = (await shownByPath()).get(reader);
  const next = 'next' in entry.data ? `guides/${entry.data.next}` : '';
  const chosen = new Set([...named, ...near.flatMap((url) => byPath?.get(pathOf(url)) ?? [])]);
  return [...chosen]
    .filter((other) => ![next, `${kind}/${slug}`].includes(`${other.kind}/${other.slug}`))
    .slice(0, most);
}

const shown = once(async () => {
  const lists = portal.languages.map(async (language) => [language, await articlesFor(language)] as const);
  return new Map(await Promise.all(lists));
});

const shownByPath = once(async () => {
  const lists = [...(await shown())];
  return new Map(lists.map(([language, list]) => [language, new Map(list.map((one) => [pathOf(one.url), one]))]));
});

/** More than are shown: some of them the editors have named already. */
const nearest = once(async () => {
  const lists = portal.languages.map(async (language) => {
    const pages = (await articlesIn(language)).map(({ url, kind, entry }) => ({ ...entry.data, url, kind }));
    return [language, nearestPages(pages, language, 2 * most)] as const;
  });
  return new Map(await Promise.all(lists));
});

function pathOf(url: string): string {
  return url.split('/').slice(2, 4).join('/');
}
