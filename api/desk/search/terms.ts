import { foldKana, normalise } from '../../../components/search/core/normalise.ts';

/** Japanese is written without spaces: its terms are pairs of characters. Everything else goes by words. */
const runs = /(?<japanese>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)|[\p{L}\p{N}\p{M}]+/gu;
const longestWord = 40;
/** Shorter beginnings of words are too many words. */
const shortestBeginning = 3;
/** More says nothing more, and takes longer. */
const mostChunks = 8;
const longestQuery = 200;

/** One spelling for what is searched and what is searched for: width, case, kana. */
export function folded(text: string): string {
  return foldKana(normalise(text));
}

/** All terms of folded texts. */
export function termsOf(texts: Iterable<string>): Set<string> {
  const terms = new Set<string>();
  for (const text of texts) {
    for (const { 0: run, groups } of text.matchAll(runs)) {
      if (!groups?.['japanese']) terms.add(run.slice(0, longestWord));
      else for (const pair of pairsOf(run, true)) terms.add(pair);
    }
  }
  return terms;
}

/** What somebody searches for. */
export interface Wanted {
  /** Folded; each is in what is found, in one piece. */
  chunks: string[];
  /** For the index (FTS5). */
  match: string;
  /** Whether the index alone is right: nothing of it is longer than one term. */
  isExact: boolean;
}

/** Reads a query; `null` when nothing in it can be searched for. */
export function wantedIn(query: string): Wanted | null {
  const chunks = folded(query.slice(0, longestQuery))
    .split(' ')
    .filter((chunk) => chunk.match(runs));
  const wanted = chunks.slice(0, mostChunks);
  if (wanted.length === 0) return null;
  const conditions = wanted.map(conditionsOf);
  return {
    chunks: wanted,
    match: conditions.flatMap((alternatives) => alternatives.terms).join(' AND '),
    isExact: conditions.every(({ isExact }) => isExact),
  };
}

function conditionsOf(chunk: string): { terms: string[]; isExact: boolean } {
  const parts = [...chunk.matchAll(runs)];
  const terms = parts.flatMap(({ 0: run, groups }, index) => {
    if (groups?.['japanese']) return Array.from(run).length === 1 ? [beginning(run)] : pairsOf(run, false).map(quoted);
    const isLast = index === parts.length - 1;
    return [isLast && run.length >= shortestBeginning ? beginning(run.slice(0, longestWord)) : quoted(run)];
  });
  const number = phoneNumberIn(chunk);
  // The same number may be written with hyphens in a message, and without in an address book.
  if (number !== null) return { terms: [`(${beginning(number)} OR (${terms.join(' AND ')}))`], isExact: false };
  return { terms, isExact: terms.length === 1 && parts[0]?.[0] === chunk };
}

/** The digits of what looks like a telephone number, as it is dialled in Japan; `null` for anything else. */
export function phoneNumberIn(chunk: string): string | null {
  if (!/^\+?[\d().-]{7,20}$/.test(chunk)) return null;
  const digits = chunk.replaceAll(/\D/g, '');
  if (digits.length < 7) return null;
  return chunk.startsWith('+81') ? `0${digits.slice(2)}` : digits;
}

/** Pairs of neighbours, and the last one alone where single characters are to be found by how pairs begin. */
function pairsOf(run: string, withLast: boolean): string[] {
  const characters = Array.from(run);
  const pairs = characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
  return withLast ? [...pairs, characters.at(-1) ?? ''] : pairs;
}

function quoted(term: string): string {
  return `"${term}"`;
}

function beginning(term: string): string {
  return `"${term}"*`;
}
