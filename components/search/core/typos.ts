import { normalise } from './normalise.ts';
import { stem } from './stem.ts';
import { functionWords } from './words.ts';

export const shortestMended = 4;
const shortestTwice = 8;
/** Japanese puts no space around a word in letters. */
export const latinWord = /[a-z]+(?:['’][a-z]+)*/g;

/** Mends words that no page knows by the known word that is one letter away, two for a long word. */
export class Speller {
  readonly #counts = new Map<string, number>();
  readonly #stems = new Set<string>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      for (const word of latinWordsOf(text)) {
        this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
        this.#stems.add(stem(word));
      }
    }
  }

  /** The text with its misspelt words mended, or `null` when there is nothing to mend. */
  mend(text: string): string | null {
    const plain = normalise(text);
    let isMended = false;
    const mended = plain.replaceAll(latinWord, (typed) => {
      const word = bare(typed);
      const better = this.#isKnown(word) ? null : this.#nearest(word);
      isMended ||= better !== null;
      return better ?? typed;
    });
    return isMended ? mended : null;
  }

  #isKnown(word: string): boolean {
    return (
      word.length < shortestMended ||
      functionWords.en.has(word) ||
      this.#counts.has(word) ||
      this.#stems.has(stem(word))
    );
  }

  #nearest(word: string): string | null {
    const most = word.length >= shortestTwice ? 2 : 1;
    let best: { word: string; distance: number; count: number } | null = null;
    for (const [known, count] of this.#counts) {
      if (known.length < shortestMended - 1 || Math.abs(known.length - word.length) > most) continue;
      const distance = editDistance(word, known, most);
      if (distance > most) continue;
      const isBetter = !best || distance < best.distance || (distance === best.distance && count > best.count);
      if (isBetter) best = { word: known, distance, count };
    }
    return best?.word ?? null;
  }
}

/** The words in letters of a text, without apostrophes. */
export function latinWordsOf(text: string): string[] {
  return (normalise(text).match(latinWord) ?? []).map(bare);
}

export function bare(word: string): string {
  return word.replaceAll(/['’]/g, '');
}

/** Letters left out, added, changed or swapped between two words (optimal string alignment); more than `most` is `most + 1`. */
export function editDistance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    if (Math.min(...line) > most) return most + 1;
    before = last;
    last = line;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}
