import type { Language } from '../../content/schema/languages.ts';

/** Signs that no line begins with (行頭禁則), and that none ends with (JIS X 4051). */
const notFirst = /^[、。，．・：；？！）」』】〕〉》ー〜々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)\]}’”…]/u;
const notLast = /[（「『【〔〈《([{‘“]$/u;
/** Endings and particles go with the word before them; what is polite goes with the word after it. */
const ending = /^\p{Script=Hiragana}+$/u;
const polite = /^[おご]$/;
/** Words of which no border is felt: parts of a compound, a number with what it counts, a date. */
const compounds = [
  [/^\p{Script=Han}+$/u, /^\p{Script=Han}/u],
  [/[\p{Script=Katakana}ー]$/u, /^\p{Script=Katakana}/u],
  [/\d$/, /^[年月日時分円足個点番本回歳%％〜～]/],
  [/\d[年月〜～]$/, /^\d/],
] as const;

/**
 * A text in as few lines as fit, of about the same length. Japanese is broken between phrases, English between words.
 * `widthOf` measures a text in the unit of `widest`. A single phrase that is too wide stands alone.
 */
export function breakLines(
  text: string,
  language: Language,
  widest: number,
  widthOf: (text: string) => number,
): string[] {
  const phrases = phrasesOf(text, language);
  const lines = fill(phrases, widest, widthOf);
  // Narrower as long as it takes no more lines: no word is left alone in the last one.
  for (let narrower = widest; narrower > widest / 2; narrower -= widest / 40) {
    const even = fill(phrases, narrower, widthOf);
    if (even.length > lines.length || even.some((line) => widthOf(line) > widest)) break;
    lines.splice(0, lines.length, ...even);
  }
  return lines;
}

function fill(phrases: readonly string[], widest: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const phrase of phrases) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf((last + phrase).trim()) <= widest) lines[lines.length - 1] = last + phrase;
    else lines.push(phrase);
  }
  return lines.map((line) => line.trim());
}

/** Parts of a text that no line break divides. */
function phrasesOf(text: string, language: Language): string[] {
  if (language === 'en') return text.split(/(?<=\s)/);
  const words = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  const phrases: string[] = [];
  for (const word of words) {
    const before = phrases.at(-1);
    if (before !== undefined && isTied(before, word)) phrases[phrases.length - 1] = before + word;
    else phrases.push(word);
  }
  return phrases;
}

function isTied(before: string, word: string): boolean {
  if (notFirst.test(word) || notLast.test(before) || polite.test(before)) return true;
  if (polite.test(word)) return false;
  return ending.test(word) || compounds.some(([first, second]) => first.test(before) && second.test(word));
}
