import { folded } from './terms.ts';

const before = 24;
const longest = 110;

/**
 * The stretch of a text around what was found in it, on one line; its beginning where that is not in it. `found` is
 * folded, as the text is for comparing: a place there is traced back to where it stands here.
 */
export function excerptAround(text: string, found: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const at = Math.max(0, placeOf(line, found));
  const from = at > before ? at - before : 0;
  const characters = Array.from(line.slice(wholeAt(line, from)));
  const shown = characters.slice(0, longest).join('').trim();
  return `${from > 0 ? '…' : ''}${shown}${characters.length > longest ? '…' : ''}`;
}

/** Where something folded begins in a text as it was written; -1 where it does not. */
function placeOf(text: string, found: string): number {
  let spelt = '';
  const places: number[] = [];
  // Marks belong to the character before them: ﾊﾟ is one.
  for (const { 0: piece, index } of text.matchAll(/.[\p{M}\u3099\u309A\uFF9E\uFF9F]*/gsu)) {
    const plain = /^\s+$/.test(piece) ? ' ' : folded(piece);
    if (plain === 'ー' && spelt.endsWith('ー')) continue;
    for (let count = 0; count < plain.length; count += 1) places.push(index);
    spelt += plain;
  }
  return places[spelt.indexOf(found)] ?? -1;
}

/** The place itself; the next word when it would cut one in two, the place before it when it would cut a character. */
function wholeAt(text: string, place: number): number {
  const isInWord = place > 0 && /^[\p{Script=Latin}\d]$/u.test(text.charAt(place - 1));
  const restOfWord = isInWord ? /^[\p{Script=Latin}\d'’-]+ /u.exec(text.slice(place, place + before)) : null;
  if (restOfWord) return place + restOfWord[0].length;
  return /^[\uDC00-\uDFFF]/.test(text.slice(place)) ? place - 1 : place;
}
