import { folded } from './folded-text.ts';

/*
 * A text as words that follow each other, in every way it may be meant to be read: as it is, with figures and signs for
 * letters (`c4$ino`), with letters that were spaced out put together (`c a s i n o`, `副.業.案.件`), and without the spaces
 * that Japanese has none of (`副 業`).
 */

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Stand for letters beside letters; `1` and `!` are an i to some and an l to others. */
const leet: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };
const leetSign = /(?<=\p{Script=Latin}|[013457@$!])[013457@$!]|[013457@$!](?=[013457@$!]{0,3}\p{Script=Latin})/gu;

const withinJapanese = /(?<=[\p{Script=Han}\p{Script=Hiragana}]) (?=[\p{Script=Han}\p{Script=Hiragana}])/gu;

/** Each reading is a list of words; words of different readings never follow each other. */
export function readingsOf(text: string): string[][] {
  const plain = folded(text);
  const spelt = new Set([
    plain,
    withLetters(plain, 'i'),
    withLetters(plain, 'l'),
    plain.replaceAll(withinJapanese, ''),
  ]);
  return [...[...spelt].map((each) => each.match(word) ?? []), ...spacedOut(plain).map((joined) => [joined])];
}

function withLetters(text: string, forOne: 'i' | 'l'): string {
  return text.replaceAll(leetSign, (sign) => leet[sign] ?? forOne);
}

const fewestLetters = 3;
const widestGap = 3;

/** Letters that stand alone, one after the other and equally far apart, put together. */
function spacedOut(text: string): string[] {
  const found: string[] = [];
  let letters = '';
  let gap = 0;
  let end = -1;
  const close = () => {
    if (letters.length >= fewestLetters) found.push(letters);
    letters = '';
  };
  for (const { 0: each, index } of text.matchAll(word)) {
    const isAlone = each.length === 1;
    const distance = index - end;
    if (!isAlone) close();
    else if (letters === '' || distance > widestGap || (gap > 0 && distance !== gap)) {
      close();
      letters = each;
      gap = 0;
    } else {
      letters += each;
      gap = distance;
    }
    end = index + each.length;
  }
  close();
  return found;
}
