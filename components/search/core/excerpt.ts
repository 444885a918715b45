/** A piece of an excerpt; the matching ones are highlighted. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

const before = 24;
const longest = 110;

/** The stretch of a text around the first of the words, cut to what a result shows; `null` when none is in it. */
export function excerptAround(text: string, words: readonly string[]): Piece[] | null {
  const matcher = matcherOf(words);
  if (!matcher) return null;
  const first = text.search(matcher);
  if (first < 0) return null;
  const from = first > before ? startOfWord(text, wholeAt(text, first - before), first) : 0;
  const to = endOfWord(text, wholeAt(text, from + longest));
  return [
    ...(from > 0 ? [{ text: '…', isMatch: false }] : []),
    ...marked(text.slice(from, to), words),
    ...(to < text.length ? [{ text: '…', isMatch: false }] : []),
  ];
}

/** The whole of a text, with the words marked. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const matcher = matcherOf(words);
  if (!matcher) return [{ text, isMatch: false }];
  return text
    .split(matcher)
    .map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '');
}

/** The place itself, or the one before it when it would cut a character in two. */
function wholeAt(text: string, place: number): number {
  return /^[\uDC00-\uDFFF]/.test(text.slice(place)) ? place - 1 : place;
}

/** The place itself, or the start of the next word when it would cut one that is written with spaces around it. */
function startOfWord(text: string, place: number, latest: number): number {
  if (!cutsWord(text, place)) return place;
  const [rest = ''] = /^[\p{Script=Latin}\p{N}’']+[\s,;:]*/u.exec(text.slice(place)) ?? [];
  return Math.min(place + rest.length, latest);
}

/** The place itself, or the end of the word before it. */
function endOfWord(text: string, place: number): number {
  if (place >= text.length) return place;
  if (!cutsWord(text, place)) return text.slice(0, place).trimEnd().length;
  const [start = ''] = /[\s,;:]+[\p{Script=Latin}\p{N}’']{1,24}$/u.exec(text.slice(0, place)) ?? [];
  return place - start.length;
}

function cutsWord(text: string, place: number): boolean {
  return /^[\p{Script=Latin}\p{N}’']{2}$/u.test(text.slice(Math.max(place - 1, 0), place + 1));
}

/** Finds any of the words, longest first; one group, so that `split` keeps what matched. */
function matcherOf(words: readonly string[]): RegExp | null {
  const escaped = [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.length > 0 ? new RegExp(`(${escaped.join('|')})`, 'iu') : null;
}
