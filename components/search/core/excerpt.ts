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
  const from = first > before ? first - before : 0;
  const passage = text.slice(from, from + longest);
  const pieces = passage
    .split(matcher)
    .map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '');
  return [
    ...(from > 0 ? [{ text: '…', isMatch: false }] : []),
    ...pieces,
    ...(from + longest < text.length ? [{ text: '…', isMatch: false }] : []),
  ];
}

/** Finds any of the words, longest first; one group, so that `split` keeps what matched. */
function matcherOf(words: readonly string[]): RegExp | null {
  const escaped = [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.length > 0 ? new RegExp(`(${escaped.join('|')})`, 'iu') : null;
}
