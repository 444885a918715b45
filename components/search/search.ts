import type { Language } from '../../content/schema.ts';
import { contentWords } from './core/words.ts';
import { loadPagefind, type Pagefind, type PagefindHit, type PagefindPage } from './pagefind.ts';

/** A piece of an excerpt; the matching ones are highlighted. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

export interface SearchResult {
  /** Address of the page, or of the section of it that matched. */
  url: string;
  title: string;
  excerpt: Piece[];
}

/** Pages for a query, best first. Rejects when the index cannot be loaded. */
export async function search(query: string, language: Language, most: number): Promise<SearchResult[]> {
  const words = contentWords(query, language);
  if (words.length === 0) return [];
  const pagefind = await loadPagefind();
  const hits = await hitsFor(pagefind, words);
  const pages = await Promise.all(hits.slice(0, most).map((hit) => hit.data()));
  return pages.map(asResult);
}

/** Pages with all the words first, then those with some of them. */
async function hitsFor(pagefind: Pagefind, words: readonly string[]): Promise<PagefindHit[]> {
  const { results: withAll } = await pagefind.search(words.join(' '));
  if (words.length === 1) return withAll;
  const scores = new Map<string, { hit: PagefindHit; score: number }>();
  for (const word of words) {
    const { results } = await pagefind.search(word);
    // A word found on few pages says more than one found on many.
    const weight = 1 / Math.log2(results.length + 2);
    const best = results[0]?.score ?? 1;
    for (const hit of results) {
      const before = scores.get(hit.id)?.score ?? 0;
      scores.set(hit.id, { hit, score: before + weight * (0.5 + (0.5 * hit.score) / best) });
    }
  }
  const known = new Set(withAll.map(({ id }) => id));
  const withSome = [...scores.values()].filter(({ hit }) => !known.has(hit.id)).sort((one, other) => other.score - one.score);
  return [...withAll, ...withSome.map(({ hit }) => hit)];
}

function asResult(page: PagefindPage): SearchResult {
  const [best] = page.sub_results;
  const section = best?.url.includes('#') ? best : null;
  return {
    url: section?.url ?? page.url,
    title: withoutSeams(page.meta.title ?? page.url),
    excerpt: piecesOf(section?.excerpt ?? page.excerpt),
  };
}

/** Pagefind's excerpt is HTML with `<mark>`: read as text, never put into the page as markup. */
function piecesOf(excerpt: string): Piece[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes]
    .map((node) => ({ text: withoutSeams(node.textContent ?? ''), isMatch: node.nodeName === 'MARK' }))
    .filter(({ text }) => text !== '');
}

/** The index holds Japanese with zero-width spaces between words. */
function withoutSeams(text: string): string {
  return text.replaceAll('\u200b', '');
}
