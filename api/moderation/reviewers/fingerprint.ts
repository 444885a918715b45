import { folded } from './folded-text.ts';

/** So many hashes are kept of a post, each of two smallest ones: six of the same are the same text, four nearly. */
const bands = 6;
const perBand = 2;
/** Letters in a row that are hashed together. */
const length = 4;
/** Shorter texts are like each other without being copies: thanks, “same here”. */
const shortest = 40;

/**
 * What a text is recognised by when nearly the same is sent again: min-hashes (Broder 1997) over rows of letters and digits,
 * so that neither spaces nor punctuation nor pictures make it another one. None for short texts.
 */
export function fingerprintOf(body: string): number[] {
  const letters = folded(body).replaceAll(/[^\p{L}\p{N}]+/gu, '');
  if (letters.length < shortest) return [];
  const smallest = new Uint32Array(bands * perBand).fill(0xffffffff);
  for (let at = 0; at + length <= letters.length; at += 1) {
    const hash = hashOf(letters, at);
    for (let each = 0; each < smallest.length; each += 1) {
      const mixed = mix(hash ^ Math.imul(each + 1, 0x9e3779b1));
      if (mixed < (smallest[each] ?? 0)) smallest[each] = mixed;
    }
  }
  return Array.from({ length: bands }, (_, band) => {
    const [one = 0, other = 0] = smallest.subarray(band * perBand, band * perBand + perBand);
    return mix(one ^ Math.imul(other, 0x85ebca6b)) + band * 2 ** 32;
  });
}

/** FNV-1a over a few letters. */
function hashOf(text: string, from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The last steps of MurmurHash3: each bit of what comes out depends on all of what goes in. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
