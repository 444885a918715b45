import { folded } from './folded-text.ts';

/*
 * What a moderator watches for: words in which `*` stands for anything within a word. Never a regular expression: it is
 * looked for with `indexOf`, so that no pattern and no text takes longer than its length.
 */

const wildcard = '*';
const notWord = /[^\p{L}\p{N}\p{M}*]+/u;
const letters = /[\p{L}\p{N}]/gu;
const fewestLetters = 2;

/** As it is stored and compared. */
export function foldedPattern(pattern: string): string {
  return folded(pattern).split(notWord).filter(Boolean).join(' ').replaceAll(/\*+/g, wildcard);
}

/** Whether a folded pattern says enough: two letters at least, and no word that is only a wildcard. */
export function isTelling(pattern: string): boolean {
  return (pattern.match(letters)?.length ?? 0) >= fewestLetters && !pattern.split(' ').includes(wildcard);
}

/** Whether a folded pattern stands in one of the readings of a text. */
export function isIn(pattern: string, readings: readonly (readonly string[])[]): boolean {
  const words = pattern.split(' ').map((each) => each.split(wildcard));
  return readings.some((reading) =>
    reading.some((_, at) => words.every((parts, next) => stands(parts, reading[at + next]))),
  );
}

/** Whether the parts of a word stand in a run of letters one after the other, the first and last at the edges of a word. */
function stands(parts: readonly string[], run: string | undefined): boolean {
  if (run === undefined) return false;
  let from = 0;
  // Where a Latin word has ended before the last part, it may begin again behind that end.
  for (;;) {
    const found = standsFrom(parts, run, from);
    if (typeof found === 'boolean') return found;
    from = found;
  }
}

/** The same from a place on; a number where it has to begin anew, which is further on. */
function standsFrom(parts: readonly string[], run: string, begin: number): boolean | number {
  const last = parts.length - 1;
  let from = begin;
  let start = begin;
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    let at = run.indexOf(part, from);
    while (at !== -1) {
      const end = at + part.length;
      const isWhole = (index > 0 || isEdge(run, at)) && (index < last || isEdge(run, end));
      const stretches = last === 0 && isStraddling(run, at, end);
      if (isWhole && !stretches) break;
      at = run.indexOf(part, at + 1);
    }
    if (at === -1) return false;
    if (index === 0) start = at;
    else {
      const end = endOfLatin(run, start, at);
      if (end !== null) return end;
    }
    from = at + part.length;
  }
  return true;
}

type Script = 'latin' | 'katakana' | 'other';

function scriptAt(run: string, at: number): Script | null {
  const character = run[at];
  if (character === undefined) return null;
  if (/[\p{Script=Latin}\p{N}]/u.test(character)) return 'latin';
  return /[ァ-ヺー]/u.test(character) ? 'katakana' : 'other';
}

/**
 * Whether a word may begin or end there. Japanese has no spaces, but words of Latin letters and of katakana end where these
 * do: `ライン` does not stand in `オンライン`.
 */
function isEdge(run: string, at: number): boolean {
  const before = at === 0 ? null : scriptAt(run, at - 1);
  return before === 'other' || before !== scriptAt(run, at);
}

/** Latin wildcards end with the Latin word: behind the last end of one between two places; `null` where there is none. */
function endOfLatin(run: string, from: number, to: number): number | null {
  if (scriptAt(run, from) !== 'latin') return null;
  for (let at = to - 1; at > from; at -= 1) if (!latin.test(run[at] ?? '')) return at + 1;
  return null;
}

const latin = /[\p{Script=Latin}\p{N}\p{M}]/u;

/**
 * Whether it is made of the end of one Japanese word and the beginning of the next, as `京都` in `東京都内`. What begins with a
 * word and ends in hiragana goes on as it is inflected: `死ね` stands in `死ねばいい`.
 */
function isStraddling(run: string, start: number, end: number): boolean {
  if (scriptAt(run, start) !== 'other' && scriptAt(run, end - 1) !== 'other') return false;
  const edges = wordEdges(run);
  const isWhole = edges.has(start) && (edges.has(end) || /\p{Script=Hiragana}/u.test(run[end - 1] ?? ''));
  if (isWhole) return false;
  for (let at = start + 1; at < end; at += 1) if (edges.has(at)) return true;
  return false;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
/** Of the run that was asked for last: many words are looked for in each. */
let latest: { run: string; edges: Set<number> } | undefined;

function wordEdges(run: string): Set<number> {
  if (latest?.run !== run) {
    latest = { run, edges: new Set([...segmenter.segment(run)].map(({ index }) => index)).add(run.length) };
  }
  return latest.edges;
}
