import type { Language } from '../../content/schema.ts';
import type { Piece } from './core/excerpt.ts';
import type { Found } from './core/finder.ts';
import { type FullTextResult, searchFullText } from './full-text.ts';
import { asResult, loadFinder } from './questions.ts';

export interface SearchResult {
  /** Address of the page, or of the section of it that matched. */
  url: string;
  title: string;
  excerpt: Piece[];
  /** Search is sure that this answers the question. */
  isDirect: boolean;
}

/** Likeness of the nearest phrase from which on a page is taken for an answer, and below which for nothing at all. */
const certain = 0.5;
const faint = 0.12;
/** How far ahead of the next page a certain one has to be. */
const lead = 1.1;
/** Reciprocal rank fusion: how slowly a place loses weight, and how much the full text counts beside likeness. */
const slowness = 6;
const fullTextShare = 0.5;

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
  const fullText = searchFullText(query, language, most);
  // Whatever comes of it is looked at below; until then nobody else has to.
  fullText.catch(() => undefined);
  const liked = await likedPages(query, language);
  if (!liked) return (await fullText).map(({ result }) => result);

  const first = merged(liked, [], query, language, most);
  if (first.length > 0) onFirst?.(first);
  return merged(liked, await fullText.catch(() => []), query, language, most);
}

/** Pages that are like the query, or `null` when the question index cannot be had. */
async function likedPages(query: string, language: Language): Promise<Found[] | null> {
  try {
    const finder = await loadFinder(language);
    return finder.find(query).filter(({ nearest }) => nearest >= faint);
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
  const [top, next] = liked;
  const isSure = top !== undefined && top.nearest >= certain && top.score > (next?.score ?? 0) * lead;
  for (const [place, found] of liked.slice(0, most).entries()) {
    const isDirect = isSure && place === 0;
    // A page that is surely meant stays first, whatever the full text says.
    const score = 1 / (slowness + place) + (isDirect ? 1 : 0);
    scores.set(found.page.url, { score, result: asResult(found, query, language, isDirect) });
  }
  for (const [place, { page, result }] of fullText.entries()) {
    const score = fullTextShare / (slowness + place);
    const known = scores.get(page);
    if (known) known.score += score;
    else scores.set(page, { score, result });
  }
  return [...scores.values()]
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ result }) => result);
}
