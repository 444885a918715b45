import type { Language } from '../../content/schema/languages.ts';
import { type Article, articlesFor, articlesIn, everyArticle, removedArticles } from '../articles.ts';
import { portal, today } from '../portal.ts';
import { allPosts } from '../posts.ts';
import { type Ending, endingsOf } from './endings.ts';
import { nearestAnswers } from './nearest-answers.ts';

/** What is said in the place of a page when its last day is over. */
export interface Ended extends Ending {
  /** `null` when the page has been removed since. */
  title: string | null;
  /** The `lang` of the title where it is not that of the page. */
  titleLanguage: Language | undefined;
  /** Pages that may answer instead. */
  instead: Article[];
}

/** Every page that holds until a day, and those that did and have been removed since; each in every language it is read in. */
export async function endedPages(): Promise<Ended[]> {
  const articles = await everyArticle();
  const redirected = await redirectedAddresses();
  const endings = endingsOf(
    articles.map(({ language, kind, slug, entry }) => ({ language, kind, slug, expires: entry.data.expires })),
    {
      spoken: portal.languages,
      removed: await removedArticles(),
      isRedirected: (url) => redirected.has(url),
      today,
    },
  );
  const byUrl = new Map(articles.map((article) => [article.url, article]));
  return Promise.all(endings.map((ending) => endedPage(ending, byUrl.get(ending.textOf ?? ''))));
}

async function endedPage(ending: Ending, article: Article | undefined): Promise<Ended> {
  if (!article) return { ...ending, title: null, titleLanguage: undefined, instead: [] };
  const { title } = article.entry.data;
  const titleLanguage = article.language === ending.language ? undefined : article.language;
  return { ...ending, title, titleLanguage, instead: await insteadOf(article, ending.language) };
}

/** The answers nearest to an article where it is written, as a reader of a language is shown them. */
async function insteadOf({ language, url, entry }: Article, reader: Language): Promise<Article[]> {
  const others = (await articlesIn(language)).filter((other) => other.url !== url);
  const shown = new Map((await articlesFor(reader)).map((other) => [`${other.kind}/${other.slug}`, other]));
  return nearestAnswers(entry.data, others, language).flatMap(({ kind, slug }) => shown.get(`${kind}/${slug}`) ?? []);
}

/** Addresses that pages had before. */
async function redirectedAddresses(): Promise<Set<string>> {
  const pages = [...(await everyArticle()), ...(await allPosts())];
  return new Set([
    ...pages.flatMap(({ language, entry }) => entry.data.formerly.map((old) => `/${language}/${old}/`)),
    ...portal.languages.flatMap((language) =>
      portal.categories.flatMap(({ formerly }) => formerly.map((old) => `/${language}/${old}/`)),
    ),
  ]);
}
