import type { Language } from '../../content/schema/languages.ts';
import { excerptAround } from './core/excerpt.ts';
import { contentWords } from './core/words.ts';
import { loadPagefind, type Pagefind, type PagefindFilters, type PagefindHit, type PagefindPage } from './pagefind.ts';
import type { SearchFilter, SearchResult } from './search.ts';

/** Words of a query that are looked up: each may cost a request. */
const mostWords = 8;
/** So many words on at most so many pages are no chance. Japanese is parted into small ones. */
const quotedWords: Record<Language, number> = { ja: 6, en: 3 };
const quotedPages = 3;

/** A page found by its whole text: known by the name of its fragment until somebody wants to see it. */
export interface FullTextHit {
  fragment: string;
  /** Fetches what is shown of it. */
  result: () => Promise<SearchResult>;
}

export interface FullTextAnswer {
  /** Best first. */
  hits: FullTextHit[];
  /** Some pages hold every word of the query. */
  hasAllWords: boolean;
  /** So few pages hold so many words together that it is no chance: the words are theirs. */
  isQuoted: boolean;
}

export const nothingInText: FullTextAnswer = { hits: [], hasAllWords: false, isQuoted: false };

/** Pages whose text holds the query's words. Rejects when the index cannot be loaded. */
export async function searchFullText(query: string, language: Language, filter: SearchFilter): Promise<FullTextAnswer> {
  const words = contentWords(query, language).slice(0, mostWords);
  if (words.length === 0) return nothingInText;
  const pagefind = await loadPagefind();
  const { hits, hasAllWords, isQuoted } = await hitsFor(pagefind, words, language, wanted(filter));
  const result = (hit: PagefindHit) => async () => asResult(await hit.data(), words);
  return { hits: hits.map((hit) => ({ fragment: hit.id, result: result(hit) })), hasAllWords, isQuoted };
}

function wanted({ kind, category }: SearchFilter): PagefindFilters {
  return { ...(kind && { kind }), ...(category && { category }) };
}

/** Pages with all the words first, then those with some of them. */
async function hitsFor(
  pagefind: Pagefind,
  words: readonly string[],
  language: Language,
  filters: PagefindFilters,
): Promise<{ hits: PagefindHit[]; hasAllWords: boolean; isQuoted: boolean }> {
  const { results: withAll } = await pagefind.search(words.join(' '), { filters });
  let hasAllWords = withAll.length > 0;
  if (words.length === 1) return { hits: withAll, hasAllWords, isQuoted: false };
  const scores = new Map<string, { hit: PagefindHit; score: number }>();
  for (const word of words) {
    const { results } = await pagefind.search(word, { filters });
    // Together, Pagefind leaves out words that no page has.
    hasAllWords &&= results.length > 0;
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
  const isQuoted = hasAllWords && words.length >= quotedWords[language] && withAll.length <= quotedPages;
  return { hits: [...withAll, ...withSome.map(({ hit }) => hit)], hasAllWords, isQuoted };
}

function asResult(page: PagefindPage, words: readonly string[]): SearchResult {
  const best = sectionWithMost(words, page);
  const section = best?.url.includes('#') ? best : null;
  const passage = excerptAround(whole(plainText(section?.excerpt ?? page.excerpt), plainText(page.content)), words);
  return {
    url: section?.url ?? page.url,
    title: plainText(page.meta.title ?? page.url),
    kind: page.filters.kind?.[0] ?? 'faq',
    category: page.filters.category?.[0] ?? '',
    excerpt: passage ?? [{ text: plainText(page.meta.answer ?? ''), isMatch: false }],
    isDirect: false,
  };
}

/** The section, or second of a film, that holds most of the words; of several, the first. */
function sectionWithMost(words: readonly string[], { sub_results }: PagefindPage) {
  const counted = sub_results.map((section) => {
    const text = plainText(section.excerpt).toLowerCase();
    return { section, held: words.filter((word) => text.includes(word)).length };
  });
  const most = Math.max(...counted.map(({ held }) => held));
  return counted.find(({ held }) => held === most)?.section;
}

/** An excerpt with a sign for what is left out of the text before and after it. */
function whole(excerpt: string, text: string): string {
  const at = text.indexOf(excerpt);
  const isCutBefore = at > 0 && !/[。.!?！？]\s*$/.test(text.slice(0, at));
  const isCutAfter = at >= 0 && at + excerpt.length < text.length && !/[。.!?！？]$/.test(excerpt);
  return `${isCutBefore ? '…' : ''}${excerpt}${isCutAfter ? '…' : ''}`;
}

/**
 * Pagefind's excerpt is HTML: read as text, never put into the page as markup. The index holds Japanese with zero-width
 * spaces between words, and behind a separator the ways customers put the question, which are not for reading.
 */
function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const [text = ''] = (body.textContent ?? '').split('\u2063');
  // Pagefind parts paragraphs by a full stop, in Japanese too.
  return text
    .replaceAll('\u200b', '')
    .replaceAll(/(?<=[\u3000-\u9fff\uff00-\uffef])\. /g, '　')
    .trim();
}
