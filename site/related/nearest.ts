import { rarityOf } from '../../components/search/core/likeness.ts';
import { phrasesOf } from '../../components/search/core/phrases.ts';
import type { IndexedPage } from '../../components/search/core/question-index.ts';
import { writtenTerms } from '../../components/search/core/terms.ts';
import type { Language } from '../../content/schema/languages.ts';

/** What a page is about, without what only a built page knows of itself. */
export type Described = Pick<IndexedPage, 'url' | 'kind' | 'category' | 'title' | 'answer' | 'asked'>;

/** Terms that speak for a page: the strongest of those it shares with others. */
const mostTerms = 60;
/** A term that more pages have than this tells none of them from the others. */
const mostSharing = 200;
/** Likeness, 0 to 1, from which on two pages have to do with each other. */
const leastAlike: Record<Language, number> = { ja: 0.12, en: 0.18 };

/** How much a page has to do with each of its terms, by the term's number; as a vector, of length 1. */
type Vector = [term: number, value: number][];

/**
 * For each page, by its address, the pages nearest to it in meaning, nearest first: by the terms of what the question
 * index knows of them. A page is held only against those that share a term with it (an inverted index), so that the work
 * grows with the pages and not with their pairs.
 */
export function nearestPages(pages: readonly Described[], language: Language, most: number): Map<string, string[]> {
  const vectors = vectorsOf(pages, language);
  const postings: number[][] = [];
  for (const [page, vector] of vectors.entries()) {
    for (const [term, value] of vector) (postings[term] ??= []).push(page, value);
  }
  const alike = new Float64Array(pages.length);
  return new Map(
    pages.map(({ url }, page) => {
      const met = new Set<number>();
      for (const [term, value] of vectors[page] ?? []) {
        const list = postings[term] ?? [];
        for (let at = 0; at < list.length; at += 2) {
          const other = list[at] ?? 0;
          met.add(other);
          alike[other] = (alike[other] ?? 0) + value * (list[at + 1] ?? 0);
        }
      }
      met.delete(page);
      const near = [...met]
        .map((other) => ({ other, likeness: alike[other] ?? 0 }))
        .filter(({ likeness }) => likeness >= leastAlike[language])
        .sort((one, two) => two.likeness - one.likeness || one.other - two.other)
        .slice(0, most);
      alike.fill(0);
      return [url, near.flatMap(({ other }) => pages[other]?.url ?? [])];
    }),
  );
}

function vectorsOf(pages: readonly Described[], language: Language): Vector[] {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const all = pages.map((page) => {
    const strengths = new Map<number, number>();
    const { phrases, weights } = phrasesOf({ ...page, fragment: '', headings: [] });
    for (const [at, text] of phrases.entries()) {
      for (const name of writtenTerms(text, language)) {
        const term = numberOf(name);
        strengths.set(term, (strengths.get(term) ?? 0) + (weights[at] ?? 1));
      }
    }
    for (const term of strengths.keys()) counts[term] = (counts[term] ?? 0) + 1;
    return strengths;
  });
  return all.map((strengths) => {
    const shared = [...strengths].filter(([term]) => (counts[term] ?? 0) > 1 && (counts[term] ?? 0) <= mostSharing);
    const vector = shared
      .map(([term, strength]): [number, number] => [
        term,
        Math.sqrt(strength) * rarityOf(counts[term] ?? 0, pages.length),
      ])
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostTerms);
    const length = Math.hypot(...vector.map(([, value]) => value)) || 1;
    return vector.map(([term, value]): [number, number] => [term, value / length]);
  });
}
