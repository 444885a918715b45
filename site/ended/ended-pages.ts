import { hasEnded } from '../../content/calendar.ts';
import { type ArticleKind, articleKinds } from '../../content/schema/kinds.ts';
import { type Language, languages } from '../../content/schema/languages.ts';
import { type Article, articlesIn, expiringArticles } from '../articles.ts';
import { readPublished } from '../content-check/addresses.ts';
import { today } from '../portal.ts';
import { nearestAnswers } from './nearest-answers.ts';

/** What is said in the place of a page when its last day is over. */
export interface Ended {
  language: Language;
  kind: ArticleKind;
  slug: string;
  /** `null` when the page has been removed since. */
  title: string | null;
  lastDay: string;
  /** Whether that day was over when the site was built. */
  hasEnded: boolean;
  /** Pages that may answer instead. */
  instead: Article[];
}

/** Every page that holds until a day, and those that did and have been removed since. */
export async function endedPages(): Promise<Ended[]> {
  const articles = await Promise.all((await expiringArticles()).map(endedArticle));
  const known = new Set(articles.map(({ language, kind, slug }) => `/${language}/${kind}/${slug}/`));
  const removed = [...(await readPublished(process.cwd()))].flatMap(([url, { expires }]) =>
    expires === null || known.has(url) || !hasEnded(expires, today) ? [] : removedPage(url, expires),
  );
  return [...articles, ...removed];
}

async function endedArticle({ language, kind, slug, entry: { data } }: Article): Promise<Ended> {
  const lastDay = data.expires ?? '';
  const others = (await articlesIn(language)).filter((other) => other.slug !== slug || other.kind !== kind);
  const instead = nearestAnswers(data, others, language);
  return { language, kind, slug, title: data.title, lastDay, hasEnded: hasEnded(lastDay, today), instead };
}

function removedPage(url: string, lastDay: string): Ended[] {
  const [, inLanguage, ofKind, slug = ''] = url.split('/');
  const language = languages.find((known) => known === inLanguage);
  const kind = articleKinds.find((known) => known === ofKind);
  return language && kind ? [{ language, kind, slug, title: null, lastDay, hasEnded: true, instead: [] }] : [];
}
