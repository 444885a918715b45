import type { PageKind } from '../../content/schema/kinds.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Piece } from './core/excerpt.ts';
import { type Found, isCertain, worthShowing } from './core/finder.ts';
import type { IndexedPage } from './core/question-index.ts';
import { isRomaji as mayBeRomaji } from './core/romaji.ts';
import { type FullTextAnswer, nothingInText, searchFullText } from './full-text.ts';
import { asResult, loadQuestions } from './questions.ts';
import { amongPages, onlyThreads, threadsFor } from './threads.ts';

export interface SearchResult {
  /** Address of the page, or of the section of it that matched. */
  url: string;
  title: string;
  kind: PageKind | 'forum';
  /** Slug of its category. */
  category: string;
  excerpt: Piece[];
  /** Search is sure that this answers the question. */
  isDirect: boolean;
  /** Its questions are hardly like the query. */
  isFaint?: boolean;
  /** Of a thread: somebody has found the answer. */
  isSolved?: boolean;
  /** Set when the page is in the other language, because the reader's has nothing that fits. */
  language?: Language;
}

export interface SearchAnswer {
  /** Best first. */
  results: SearchResult[];
  /** False when no page surely has to do with the query: then the results are only what comes nearest. */
  fits: boolean;
}

/** Pages a reader wants to see; all of them where nothing is said. */
export interface SearchFilter {
  kind?: PageKind | 'forum' | undefined;
  category?: string | undefined;
}

export interface SearchOptions {
  /** How many results at most. */
  most: number;
  filter?: SearchFilter;
  /** Whether threads of the forum are to be among them. */
  hasForum?: boolean;
  /** Gets what the small question index alone says, as soon as that is known. */
  onFirst?: (answer: SearchAnswer) => void;
  /** How long the full text waits for another key before it is asked. */
  pauseMs?: number;
  /** Aborted when nobody wants the answer any more. */
  signal?: AbortSignal;
}

/** Characters of a query that are looked at. */
const longestQuery = 200;
/** A page has nothing to do with a query that none of its phrases is even this like. */
const faint = 0.08;
/** Likeness that a page of the other language needs: a guess would only confuse. */
const plain = 0.25;
/** Reciprocal rank fusion: how slowly a place loses weight, and how much the full text counts when nothing is alike. */
const slowness = 6;
const fullTextShare = 0.7;
const quotedShare = 1.3;
/** Likeness from which on the full text changes no place any more: where that leaves none free, it is not asked. */
const alike = 0.5;

/**
 * Pages for a query, best first: by likeness of their questions, then joined by the full text. Rejects when neither
 * index can be loaded, and with the signal's reason when that is aborted.
 */
export async function search(
  typed: string,
  language: Language,
  { most, filter = {}, hasForum = false, onFirst, pauseMs = 0, signal }: SearchOptions,
): Promise<SearchAnswer> {
  const query = typed.slice(0, longestQuery).toWellFormed();
  if (filter.kind === 'forum') return onlyThreads(query, language, { most, filter, signal });
  const asked: Asked = { query, language, most, filter };
  const liked = await likedPages(query, language, filter, signal).catch(() => null);
  signal?.throwIfAborted();
  const nearest = liked?.[0]?.nearest ?? 0;
  const isLiked = nearest >= plain;
  const worth = liked && worthShowing(liked);
  const first = worth ? await merged(worth, nothingInText, asked) : [];
  // What only may fit waits for what the full text says.
  if (first.length > 0 && isLiked) onFirst?.({ results: first, fits: true });
  const isEnough = liked !== null && liked.length >= most && nearest >= alike;
  if (isEnough && !hasForum) return { results: first, fits: true };

  await pause(pauseMs);
  signal?.throwIfAborted();
  const threads = hasForum ? threadsFor(query, language, filter, signal) : [];
  if (isEnough) return amongPages({ results: first, fits: true }, await threads, most);
  // Romaji typed with the input method off stands in no text.
  const isRomaji = language === 'ja' && isLiked && mayBeRomaji(query);
  const inText = isRomaji ? Promise.resolve(nothingInText) : searchFullText(query, language, filter);
  const inFullText = liked ? await inText.catch(() => nothingInText) : await inText;
  signal?.throwIfAborted();
  const results = await merged(worth ?? [], inFullText, asked);
  if (results.length === 0 && inFullText.hits.length > 0) throw new Error('No page that was found can be fetched');
  if (results.length > 0 && (isLiked || inFullText.hasAllWords)) {
    const found = { results, fits: true };
    if (!hasForum) return found;
    // Pages wait for no forum.
    onFirst?.(found);
    return amongPages(found, await threads, most);
  }
  // Who filters has seen that there is something, and wants to see less.
  if (isFiltered(filter)) return amongPages({ results, fits: false }, await threads, most);
  const others = await inOtherLanguage(query, language === 'ja' ? 'en' : 'ja', most, signal);
  const nearby = { results: [...others, ...results].slice(0, most), fits: others.length > 0 };
  return amongPages(nearby, await threads, most);
}

/** What the other language has, when the reader's has nothing that fits; nothing where the portal speaks one language only. */
async function inOtherLanguage(
  query: string,
  language: Language,
  most: number,
  signal?: AbortSignal,
): Promise<SearchResult[]> {
  const liked = await likedPages(query, language, {}, signal).catch(() => []);
  return liked
    .filter(({ nearest }) => nearest >= plain)
    .slice(0, most)
    .map((found) => ({ ...asResult(found, query, language, false), language }));
}

/** Pages that are like the query. Rejects when the question index cannot be had. */
async function likedPages(
  query: string,
  language: Language,
  filter: SearchFilter,
  signal?: AbortSignal,
): Promise<Found[]> {
  const questions = await loadQuestions(language);
  const isWanted = ({ kind, category }: IndexedPage) =>
    (!filter.kind || kind === filter.kind) && (!filter.category || category === filter.category);
  const found = await questions.find(query, { signal, isWanted });
  return found.filter(({ nearest }) => nearest >= faint);
}

function isFiltered({ kind, category }: SearchFilter): boolean {
  return Boolean(kind ?? category);
}

interface Asked {
  query: string;
  language: Language;
  most: number;
  filter: SearchFilter;
}

interface Candidate {
  score: number;
  /** Its questions are hardly like the query. */
  isFaint: boolean;
  result: () => SearchResult | Promise<SearchResult>;
}

/** Both rankings in one. A page found by its text alone is fetched when it has won its place, not before. */
async function merged(
  liked: readonly Found[],
  { hits, isQuoted, hasAllWords }: FullTextAnswer,
  { query, language, most, filter }: Asked,
): Promise<SearchResult[]> {
  const scores = new Map<string, Candidate>();
  // Among some pages only, being ahead of the rest proves nothing.
  const isSure = !isFiltered(filter) && isCertain(liked);
  for (const [place, found] of liked.slice(0, most).entries()) {
    const isDirect = isSure && place === 0;
    // A page that is surely meant stays first, whatever the full text says.
    const score = 1 / (slowness + place) + (isDirect ? 1 : 0);
    const isFaint = found.nearest < plain;
    scores.set(found.page.fragment, {
      score,
      isFaint,
      result: () => ({ ...asResult(found, query, language, isDirect), isFaint }),
    });
  }
  const doubt = Math.max(0, 1 - (liked[0]?.nearest ?? 0) / alike);
  const share = isQuoted && doubt > 0 ? quotedShare : fullTextShare * doubt;
  for (const [place, { fragment, result }] of hits.slice(0, most).entries()) {
    const score = share / (slowness + place);
    const known = scores.get(fragment);
    if (!known) scores.set(fragment, { score, isFaint: false, result });
    else {
      known.score += score;
      // Where its questions are hardly alike, its text says better why it was found, and where.
      if (known.isFaint && hasAllWords) known.result = result;
    }
  }
  const best = [...scores.values()].sort((one, other) => other.score - one.score).slice(0, most);
  const results = await Promise.allSettled(best.map(async ({ result }) => result()));
  // A text that cannot be fetched is one result less.
  return results.flatMap((settled) => (settled.status === 'fulfilled' ? [settled.value] : []));
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}
