import { withoutFiller } from './features.ts';
import { foldKana, normalise } from './normalise.ts';
import { romajiToKana } from './romaji.ts';

/** How a word in kana is heard: 靴底 is くつぞこ, but its parts are くつ and そこ, and one mark is soon forgotten. */
export function asHeard(kana: string): string {
  return kana
    .normalize('NFD')
    .replaceAll(/[\u3099\u309a]/g, '')
    .normalize('NFC');
}

/** Gives a text as it sounds, in hiragana without voicing marks, as far as the words are known; romaji typed with the input method off, too. */
export function makeReader(readings: Readonly<Record<string, string>>): (text: string) => string {
  const known = new Map(Object.entries(readings).map(([word, sound]) => [foldKana(word), sound]));
  const longest = Math.max(0, ...[...known.keys()].map((word) => word.length));
  return (text) => {
    // Before it is heard: afterwards くたさい would not be known for what it is.
    const plain = foldKana(withoutFiller(normalise(text)));
    const kana = romajiToKana(plain);
    if (kana) return asHeard(kana);
    let sound = '';
    for (let at = 0; at < plain.length;) {
      const word = longestKnown(plain, at, longest, known);
      sound += word ? (known.get(word) ?? '') : (plain[at] ?? '');
      at += word?.length ?? 1;
    }
    return asHeard(sound);
  };
}

function longestKnown(text: string, at: number, longest: number, known: ReadonlyMap<string, string>): string | null {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (known.has(word)) return word;
  }
  return null;
}
