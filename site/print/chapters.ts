import { articleKinds } from '../../content/schema/kinds.ts';
import type { ArticleSummary, PortalSnapshot } from '../../content/schema/snapshot.ts';
import { textsFor } from '../i18n/texts.ts';
import { articlesOf, type BookletName } from './booklets.ts';

/** A part of a booklet that begins on a new page and is named in its running head. */
export interface Chapter {
  title: string;
  /** What the part is about, where that is known. */
  lead: string;
  articles: ArticleSummary[];
}

/**
 * What a booklet holds, in the order of the site: the categories of a language, or the kinds of article of a category.
 * Within them, what is asked most comes first. Empty when there is no article.
 */
export function chaptersOf({ portal, articles }: PortalSnapshot, name: BookletName): Chapter[] {
  const { language, category } = name;
  const own = articlesOf(articles, name).sort(
    (one, other) =>
      articleKinds.indexOf(one.kind) - articleKinds.indexOf(other.kind) ||
      one.rank - other.rank ||
      one.slug.localeCompare(other.slug),
  );
  const chapters =
    category === null
      ? portal.categories.map(({ slug, name, description }) => ({
          title: name[language],
          lead: description[language],
          articles: own.filter((article) => article.category === slug),
        }))
      : articleKinds.map((kind) => ({
          title: textsFor(language).kinds[kind],
          lead: '',
          articles: own.filter((article) => article.kind === kind),
        }));
  return chapters.filter(({ articles }) => articles.length > 0);
}

/** Where readers find people in a booklet: what the contact page is on the site. */
export const peoplePlace = 'people';

/** What an article is called inside a booklet: the place that links jump to. */
export function placeOf({ kind, slug }: Pick<ArticleSummary, 'kind' | 'slug'>): string {
  return `${kind}-${slug}`;
}
