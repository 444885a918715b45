/** One spelling for what may be typed in several: width (NFKC), case, runs of space and of the long-vowel mark. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ー+/g, 'ー')
    .trim();
}

/** Katakana as hiragana: くつ and クツ are one word. */
export function foldKana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
