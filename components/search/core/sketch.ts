import { type Rarity, rarityOf } from './likeness.ts';

/*
 * How many phrases have a feature, for more features than a phone should load: two places a feature in one row of
 * digits (a count-min sketch). A digit is twice the binary logarithm of the count, the largest of the features that
 * share the place; the smaller of a feature's two digits is near the truth.
 */

const digits = 36;

/** Draws the counts of features; `size` is the length of the text. */
export function drawSketch(counts: ReadonlyMap<string, number>, size: number): string {
  const levels = new Uint8Array(size);
  for (const [feature, count] of counts) {
    const level = Math.min(digits - 1, Math.round(2 * Math.log2(count + 1)));
    for (const place of placesOf(feature, size)) levels[place] = Math.max(levels[place] ?? 0, level);
  }
  return Array.from(levels, (level) => level.toString(digits)).join('');
}

/** Reads a sketch of features of so many phrases. */
export function readSketch(sketch: string, phrases: number): Rarity {
  return (feature) => {
    const levels = placesOf(feature, sketch.length).map((place) => Number.parseInt(sketch[place] ?? '0', digits));
    return rarityOf(2 ** (Math.min(...levels) / 2) - 1, phrases);
  };
}

/** Two places by two starts of one hash (FNV-1a, 32 bits). */
function placesOf(feature: string, size: number): [number, number] {
  return [hash(feature, 0x811c9dc5) % size, hash(feature, 0x01234567) % size];
}

function hash(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return value >>> 0;
}
