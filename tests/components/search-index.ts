import type { Pagefind, PagefindPage } from '../../components/search/pagefind.ts';

/** A page as the index knows it. */
export interface IndexedPage {
  url: string;
  title: string;
  excerpt: string;
}

interface IndexOfTest extends Pagefind {
  /** Every term that was looked up, in order. */
  asked: string[];
  /** While it is set, the index cannot be loaded. */
  isBroken: boolean;
  /** Lets the answer to a term go that is held back. */
  release(term: string): void;
}

declare global {
  var searchIndexOfTest: IndexOfTest;
}

/**
 * An index that finds a page when its title or excerpt holds every word that is asked for. With `isHeld`, it answers
 * a term when the test says so.
 */
export function useIndex(pages: readonly IndexedPage[], { isHeld = false } = {}): IndexOfTest {
  const held = new Map<string, PromiseWithResolvers<void>>();
  const index: IndexOfTest = {
    asked: [],
    isBroken: false,
    release: (term) => held.get(term)?.resolve(),
    options: () => Promise.resolve(),
    init: () => (index.isBroken ? Promise.reject(new Error('no index')) : Promise.resolve()),
    search: async (term) => {
      index.asked.push(term);
      if (isHeld) {
        const gate = Promise.withResolvers<void>();
        held.set(term, gate);
        await gate.promise;
      }
      const words = term.split(' ');
      const hits = pages.filter(({ title, excerpt }) => words.every((word) => `${title} ${excerpt}`.includes(word)));
      return {
        results: hits.map((page, at) => ({ id: page.url, score: 1 / (at + 1), data: async () => asPage(page) })),
      };
    },
  };
  globalThis.searchIndexOfTest = index;
  return index;
}

function asPage({ url, title, excerpt }: IndexedPage): PagefindPage {
  return { url, excerpt, content: excerpt, meta: { title }, filters: {}, sub_results: [] };
}
