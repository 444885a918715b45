import { foldKana, normalise } from './normalise.ts';
import { romajiToKana } from './romaji.ts';

/** Gives a text as it sounds, in hiragana, as far as the words are known; romaji typed with the input method off, too. */
export function makeReader(readings: Readonly<Record<string, string>>): (text: string) => string {
  const known = new Map(Object.entries(readings).map(([word, sound]) => [foldKana(word), sound]));
  const longest = Math.max(0, ...[...known.keys()].map((word) => word.length));
  return (text) => {
    const plain = foldKana(normalise(text));
    const kana = romajiToKana(plain);
    if (kana) return kana;
    let sound = '';
    for (let at = 0; at < plain.length;) {
      const word = longestKnown(plain, at, longest, known);
      sound += word ? (known.get(word) ?? '') : (plain[at] ?? '');
      at += word?.length ?? 1;
    }
    return sound;
  };
}

function longestKnown(text: string, at: number, longest: number, known: ReadonlyMap<string, string>): string | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (known.has(word)) return word;
  }
  return null;
}
