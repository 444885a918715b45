import type { Language } from '../../content/schema.ts';
import type { Piece } from './core/excerpt.ts';
import { type Found, isCertain } from './core/finder.ts';
import { normalise } from './core/normalise.ts';
import { romajiToKana } from './core/romaji.ts';
import { type FullTextResult, searchFullText } from './full-text.ts';
import { asResult, loadFinder } from './questions.ts';

export interface SearchResult {
  /** Address of the page, or of the section of it that matched. */
  url: string;
  title: string;
  excerpt: Piece[];
  /** Search is sure that this answers the question. */
  isDirect: boolean;
  /** Set when the page is in the other language, because the reader's has nothing. */
  language?: Language;
}

/** A page has nothing to do with a query that none of its phrases is like, unless all of it together is. */
const faint = 0.12;
const strong = 1;
/** Likeness that a page of the other language needs: a guess would only confuse. */
const plain = 0.25;
/** Reciprocal rank fusion: how slowly a place loses weight, and how much the full text counts when nothing is alike. */
const slowness = 6;
const fullTextShare = 0.7;
/** Likeness from which on the full text changes nothing any more. */
const alike = 0.5;

/**
 * Pages for a query, best first: by likeness of their questions, then joined by the full text. `onFirst` gets what the
 * small question index alone says, as soon as that is known. Rejects when neither index can be loaded.
 */
export async function search(
  query: string,
  language: Language,
  most: number,
  onFirst?: (results: SearchResult[]) => void,
): Promise<SearchResult[]> {
  // Romaji typed with the input method off stands in no text.
  const isRomaji = language === 'ja' && romajiToKana(normalise(query)) !== null;
  const fullText = isRomaji ? Promise.resolve([]) : searchFullText(query, language, most);
  // Whatever comes of it is looked at below; until then nobody else has to.
  fullText.catch(() => undefined);
  const liked = await likedPages(query, language);
  if (!liked) return (await fullText).map(({ result }) => result);

  const first = merged(liked, [], query, language, most);
  if (first.length > 0) onFirst?.(first);
  const results = merged(liked, await fullText.catch(() => []), query, language, most);
  return results.length > 0 ? results : inOtherLanguage(query, language === 'ja' ? 'en' : 'ja', most);
}

/** What the other language has, when the reader's has nothing; nothing where the portal speaks one language only. */
async function inOtherLanguage(query: string, language: Language, most: number): Promise<SearchResult[]> {
  const liked = (await likedPages(query, language)) ?? [];
  return liked
    .filter(({ nearest }) => nearest >= plain)
    .slice(0, most)
    .map((found) => ({ ...asResult(found, query, language, false), language }));
}

/** Pages that are like the query, or `null` when the question index cannot be had. */
async function likedPages(query: string, language: Language): Promise<Found[] | null> {
  try {
    const finder = await loadFinder(language);
    return finder.find(query).filter(({ nearest, score }) => nearest >= faint || score >= strong);
  } catch {
    return null;
  }
}

function merged(
  liked: readonly Found[],
  fullText: readonly FullTextResult[],
  query: string,
  language: Language,
  most: number,
): SearchResult[] {
  const scores = new Map<string, { score: number; result: SearchResult }>();
  const isSure = isCertain(liked);
  for (const [place, found] of liked.slice(0, most).entries()) {
    const isDirect = isSure && place === 0;
    // A page that is surely meant stays first, whatever the full text says.
    const score = 1 / (slowness + place) + (isDirect ? 1 : 0);
    scores.set(found.page.url, { score, result: asResult(found, query, language, isDirect) });
  }
  const share = fullTextShare * Math.max(0, 1 - (liked[0]?.nearest ?? 0) / alike);
  for (const [place, { page, result }] of fullText.entries()) {
    const score = share / (slowness + place);
    const known = scores.get(page);
    if (known) known.score += score;
    else scores.set(page, { score, result });
  }
  return [...scores.values()]
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ result }) => result);
}
