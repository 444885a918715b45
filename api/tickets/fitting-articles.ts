import { QuestionFinder } from '../../components/search/core/finder.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';

const mostArticles = 3;
/** How like the question a page has to be, and how near to the best of them. */
const likeEnough = 0.4;
const nearEnough = 0.6;
/** Of a large help centre the pages asked most are known: taking more of them apart would hold everybody up. */
const mostKnown = 200;
/** Of a long letter its beginning says what it is about. */
const longestQuery = 200;

/**
 * Finds the articles that may answer what somebody wrote: at most three, the likest first, and none rather than one that
 * only might. Knows titles, answers and customers' own words, which is what is known without the built index.
 */
export function createArticleFinder(articles: () => readonly ArticleSummary[]) {
  let known: readonly ArticleSummary[] = [];
  const finders = new Map<Language, QuestionFinder>();
  return (language: Language, text: string): ArticleSummary[] => {
    if (known !== articles()) finders.clear();
    known = articles();
    const finder = finders.get(language) ?? finderOf(known, language);
    finders.set(language, finder);
    const [title = '', ...rest] = text.split('\n');
    const byTitle = finder.find(title.slice(0, longestQuery));
    const found =
      (byTitle[0]?.nearest ?? 0) >= likeEnough ? byTitle : finder.find(rest.join(' ').slice(0, longestQuery));
    const best = found[0]?.score ?? 0;
    return found
      .filter(({ nearest, score }) => nearest >= likeEnough && score >= best * nearEnough)
      .slice(0, mostArticles)
      .flatMap(({ page }) => known.find(({ url }) => url === page.url) ?? []);
  };
}

function finderOf(articles: readonly ArticleSummary[], language: Language): QuestionFinder {
  const pages = articles
    .filter((article) => article.language === language)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostKnown)
    .map(({ url, kind, category, title, answer, asked }) => ({
      url,
      kind,
      category,
      title,
      answer,
      asked,
      fragment: '',
      headings: [],
    }));
  return new QuestionFinder({ language, pages, readings: {}, synonyms: {} });
}
