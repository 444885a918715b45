import { type CollectionEntry, getCollection } from 'astro:content';
import { type ArticleKind, articleKinds } from '../content/schema/kinds.ts';
import { type Language, languages } from '../content/schema/languages.ts';

/** An article with its place in the site. */
export interface Article {
  kind: ArticleKind;
  language: Language;
  slug: string;
  url: string;
  entry: CollectionEntry<ArticleKind>;
}

/** Every article of every kind, in all languages. */
export async function allArticles(): Promise<Article[]> {
  const lists = await Promise.all(
    articleKinds.map(async (kind) => (await getCollection(kind)).map((entry) => asArticle(kind, entry))),
  );
  return lists.flat();
}

/** Articles of a language, most asked first. */
export async function articlesIn(language: Language): Promise<Article[]> {
  const articles = await allArticles();
  return articles.filter((article) => article.language === language).sort(byRank);
}

export function byRank(one: Article, other: Article): number {
  return one.entry.data.rank - other.entry.data.rank || one.slug.localeCompare(other.slug);
}

function asArticle(kind: ArticleKind, entry: CollectionEntry<ArticleKind>): Article {
  const [language = '', slug = ''] = entry.id.split('/');
  const known = languages.find((candidate) => candidate === language);
  if (!known) throw new Error(`${entry.id} is in no known language`);
  return { kind, language: known, slug, url: `/${language}/${kind}/${slug}/`, entry };
}
