import type { Language } from '../../content/schema.ts';
import { excerptAround } from './core/excerpt.ts';
import { contentWords } from './core/words.ts';
import { loadPagefind, type Pagefind, type PagefindHit, type PagefindPage } from './pagefind.ts';
import type { SearchResult } from './search.ts';

/** A page found by its whole text. `page` is its address without an anchor. */
export interface FullTextResult {
  page: string;
  result: SearchResult;
}

/** Pages whose text holds the query's words, best first. Rejects when the index cannot be loaded. */
export async function searchFullText(query: string, language: Language, most: number): Promise<FullTextResult[]> {
  const words = contentWords(query, language);
  if (words.length === 0) return [];
  const pagefind = await loadPagefind();
  const hits = await hitsFor(pagefind, words);
  const pages = await Promise.all(hits.slice(0, most).map((hit) => hit.data()));
  return pages.map((page) => ({ page: page.url, result: asResult(page, words) }));
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
  const withSome = [...scores.values()]
    .filter(({ hit }) => !known.has(hit.id))
    .sort((one, other) => other.score - one.score);
  return [...withAll, ...withSome.map(({ hit }) => hit)];
}

function asResult(page: PagefindPage, words: readonly string[]): SearchResult {
  const [best] = page.sub_results;
  const section = best?.url.includes('#') ? best : null;
  const passage = excerptAround(plainText(section?.excerpt ?? page.excerpt), words);
  return {
    url: section?.url ?? page.url,
    title: plainText(page.meta.title ?? page.url),
    excerpt: passage ?? [{ text: plainText(page.meta.answer ?? ''), isMatch: false }],
    isDirect: false,
  };
}

/**
 * Pagefind's excerpt is HTML: read as text, never put into the page as markup. The index holds Japanese with zero-width
 * spaces between words, and behind a separator the ways customers put the question, which are not for reading.
 */
function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const [text = ''] = (body.textContent ?? '').split('\u2063');
  return text.replaceAll('\u200b', '').trim();
}
