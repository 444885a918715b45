import type { FoundThreads } from '../../api/forum/search/contract.ts';
import type { Language } from '../../content/schema/languages.ts';
import { marked } from './core/excerpt.ts';
import { contentWords } from './core/words.ts';
import type { SearchAnswer, SearchFilter, SearchResult } from './search.ts';

/** So long threads are waited for: what the pages say is there already. */
const patienceMs = 2000;
/** Of the places of a list, threads have one in so many. */
const shareOfThreads = 3;
const mostThreads = 8;
/** What the forum gives at once. */
const mostAtOnce = 20;
/** A thread in which most of the words stand has to do with the query. */
const fitting = 0.6;

/** A thread that was found, with how well it fits. */
export interface FoundThread {
  result: SearchResult;
  score: number;
}

/** Threads of the forum for a query, best first. None when the forum does not answer: pages are found all the same. */
export async function threadsFor(
  query: string,
  language: Language,
  filter: SearchFilter,
  signal?: AbortSignal,
): Promise<FoundThread[]> {
  // Who looks for articles of a kind looks for no threads.
  if (filter.kind) return [];
  return foundThreads(query, language, { most: mostThreads, filter, signal }).catch(() => []);
}

/** The same for whoever looks for threads alone. Rejects when the forum does not answer. */
export async function onlyThreads(query: string, language: Language, wanted: Wanted): Promise<SearchAnswer> {
  const found = await foundThreads(query, language, wanted);
  return { results: found.map(({ result }) => result), fits: found.some(({ score }) => score >= fitting) };
}

interface Wanted {
  most: number;
  filter: SearchFilter;
  signal?: AbortSignal | undefined;
}

async function foundThreads(query: string, language: Language, { most, filter, signal }: Wanted) {
  const board = filter.category;
  const asked = new URLSearchParams({
    language,
    q: query,
    most: String(Math.min(most, mostAtOnce)),
    ...(board && { board }),
  });
  const patience = AbortSignal.timeout(patienceMs);
  const answer = await fetch(`/api/forum/search?${asked}`, {
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  });
  if (!answer.ok) throw new Error(`The forum answered ${answer.status}`);
  const { threads } = (await answer.json()) as FoundThreads;
  const words = contentWords(query, language);
  return threads.map((thread): FoundThread => ({ result: asResult(thread, words), score: thread.score }));
}

/** Threads behind the pages that are good answers, before those that only come near. */
export function amongPages(
  { results, fits }: SearchAnswer,
  threads: readonly FoundThread[],
  most: number,
): SearchAnswer {
  const likely = fits ? threads.filter(({ score }) => score >= fitting) : threads;
  const shown = likely.slice(0, Math.max(1, Math.floor(most / shareOfThreads))).map(({ result }) => result);
  if (shown.length === 0) return { results, fits };
  // Whatever stands before a good page stays before it.
  const good = fits ? results.findLastIndex(({ isFaint }) => isFaint === false) + 1 : 0;
  const before = Math.min(good, most - shown.length);
  return {
    results: [...results.slice(0, before), ...shown, ...results.slice(before)].slice(0, most),
    fits: fits || threads.some(({ score }) => score >= fitting),
  };
}

function asResult(
  { url, title, board, excerpt, isSolved }: FoundThreads['threads'][number],
  words: string[],
): SearchResult {
  return { url, title, kind: 'forum', category: board, excerpt: marked(excerpt, words), isDirect: false, isSolved };
}
