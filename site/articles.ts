import { type CollectionEntry, getCollection } from 'astro:content';
import { hasEnded } from '../content/calendar.ts';
import { type ArticleKind, articleKinds } from '../content/schema/kinds.ts';
import { type Language, languages } from '../content/schema/languages.ts';
import { readPublished, removedPages } from './content-check/addresses.ts';
import { once } from './once.ts';
import { portal, today } from './portal.ts';

/** An article with its place in the site. */
export interface Article {
  kind: ArticleKind;
  /** The language of its text. */
  language: Language;
  slug: string;
  /** Where it is read. */
  url: string;
  entry: CollectionEntry<ArticleKind>;
}

/** Every article of every kind, in all languages, that holds on the day of the build. */
export const allArticles: () => Promise<Article[]> = once(async () =>
  (await everyArticle()).filter(({ entry: { data } }) => !data.expires || !hasEnded(data.expires, today)),
);

/** Every article there is a file of, those whose last day is over included. */
export const everyArticle: () => Promise<Article[]> = once(async () => {
  const lists = await Promise.all(
    articleKinds.map(async (kind) => (await getCollection(kind)).map((entry) => asArticle(kind, entry))),
  );
  return lists.flat();
});

/** Addresses whose articles have been removed since their last day is over, with that day. */
export const removedArticles: () => Promise<Record<string, string>> = once(async () => {
  const here = new Set((await everyArticle()).map(({ url }) => url));
  return removedPages(await readPublished(process.cwd()), (url) => here.has(url), today);
});

const byLanguage = once(async () => {
  const articles = (await allArticles()).toSorted(byRank);
  return Map.groupBy(articles, ({ language }) => language);
});

/** Articles of a language, most asked first. */
export async function articlesIn(language: Language): Promise<Article[]> {
  return [...((await byLanguage()).get(language) ?? [])];
}

/**
 * Articles that a language is without, by their address in it; their text is in the first of the portal's languages that
 * has it. For pages and lists only: search engines, the sitemap and the search indexes know an article where it is written.
 */
export async function untranslatedIn(language: Language): Promise<Article[]> {
  return (await untranslated()).get(language) ?? [];
}

/** Articles a reader of a language is shown, most asked first: its own, and others as long as they are not translated. */
export async function articlesFor(language: Language): Promise<Article[]> {
  return [...(await articlesIn(language)), ...(await untranslatedIn(language))].sort(byRank);
}

const untranslated = once(async () => {
  const articles = await byLanguage();
  // Where a page has ended, no other language takes its place, whether or not its file is still there.
  const here = new Set([...(await everyArticle()).map(({ url }) => url), ...Object.keys(await removedArticles())]);
  return new Map(
    portal.languages.map((language) => {
      const missing = new Map<string, Article>();
      for (const article of portal.languages.flatMap((other) => articles.get(other) ?? [])) {
        const url = addressOf(language, article.kind, article.slug);
        if (!here.has(url) && !missing.has(url)) missing.set(url, { ...article, url });
      }
      return [language, [...missing.values()]];
    }),
  );
});

const byPath = once(async () => Map.groupBy(await allArticles(), pathOf));

/** An article in every language it is written in. */
export async function versionsOf(article: Pick<Article, 'kind' | 'slug'>): Promise<Article[]> {
  return (await byPath()).get(pathOf(article)) ?? [];
}

/** The language of the page an article is shown on. */
export function readerOf({ url, language }: Article): Language {
  return languages.find((known) => url.startsWith(`/${known}/`)) ?? language;
}

/** The `lang` of an article's title and text where it is not that of the page around it. */
export function textLanguageOf(article: Article): Language | undefined {
  return article.language === readerOf(article) ? undefined : article.language;
}

export function byRank(one: Article, other: Article): number {
  return one.entry.data.rank - other.entry.data.rank || one.slug.localeCompare(other.slug);
}

function pathOf({ kind, slug }: Pick<Article, 'kind' | 'slug'>): string {
  return `${kind}/${slug}/`;
}

function asArticle(kind: ArticleKind, entry: CollectionEntry<ArticleKind>): Article {
  const [language = '', slug = ''] = entry.id.split('/');
  const known = languages.find((candidate) => candidate === language);
  if (!known) throw new Error(`${entry.id} is in no known language`);
  return { kind, language: known, slug, url: addressOf(known, kind, slug), entry };
}

function addressOf(language: Language, kind: ArticleKind, slug: string): string {
  return `/${language}/${kind}/${slug}/`;
}
