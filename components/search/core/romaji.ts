import { foldKana, normalise } from './normalise.ts';

/** Romaji as an input method reads it (Hepburn, kunrei and what people type), longest first. */
const syllables: Record<string, string> = {};

const rows: [string, string][] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['r', 'らりるれろ'],
];
for (const [consonant, kana] of rows) {
  for (const [index, vowel] of ['a', 'i', 'u', 'e', 'o'].entries()) syllables[consonant + vowel] = kana[index] ?? '';
}
const contracted = {
  k: 'き',
  g: 'ぎ',
  s: 'し',
  sh: 'し',
  z: 'じ',
  j: 'じ',
  t: 'ち',
  ch: 'ち',
  n: 'に',
  h: 'ひ',
  b: 'び',
  p: 'ぴ',
  m: 'み',
  r: 'り',
};
for (const [consonant, kana] of Object.entries(contracted)) {
  const glide = consonant.length > 1 || consonant === 'j' ? '' : 'y';
  for (const [vowel, small] of [
    ['a', 'ゃ'],
    ['u', 'ゅ'],
    ['o', 'ょ'],
  ] as const)
    syllables[consonant + glide + vowel] = kana + small;
}
Object.assign(syllables, {
  ya: 'や',
  yu: 'ゆ',
  yo: 'よ',
  wa: 'わ',
  wo: 'を',
  nn: 'ん',
  "n'": 'ん',
  shi: 'し',
  chi: 'ち',
  tsu: 'つ',
  fu: 'ふ',
  ji: 'じ',
  jya: 'じゃ',
  jyu: 'じゅ',
  jyo: 'じょ',
  fa: 'ふぁ',
  fi: 'ふぃ',
  fe: 'ふぇ',
  fo: 'ふぉ',
  she: 'しぇ',
  che: 'ちぇ',
  je: 'じぇ',
  ti: 'ち',
  thi: 'てぃ',
  dhi: 'でぃ',
  va: 'ゔぁ',
  vi: 'ゔぃ',
  vu: 'ゔ',
  '-': 'ー',
});

/** Whether a text may be romaji. */
export function isRomaji(text: string): boolean {
  return romajiToKana(foldKana(normalise(text))) !== null;
}

/** Kana for a text typed with the input method off, or `null` where it is no romaji: `taikai` is たいかい, `refund` nothing. */
export function romajiToKana(text: string): string | null {
  if (!/^[a-z' -]+$/.test(text) || !/[a-z]/.test(text)) return null;
  let kana = '';
  for (let at = 0; at < text.length;) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const length = [3, 2, 1].find(
      (size) => at + size <= text.length && syllables[text.slice(at, at + size)] !== undefined,
    );
    const letter = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (letter === 'n' && !"aiueoyn'".includes(next)) {
      kana += 'ん';
      at += 1;
    } else if (letter === 'n' && next === '') {
      kana += 'ん';
      at += 1;
    } else if (letter === 'm' && /[bmp]/.test(next)) {
      // The older Hepburn: shimbun.
      kana += 'ん';
      at += 1;
    } else if ((letter === next && /[bcdfghjkprstz]/.test(letter)) || text.startsWith('tch', at)) {
      kana += 'っ';
      at += 1;
    } else if (length) {
      kana += syllables[text.slice(at, at + length)] ?? '';
      at += length;
    } else {
      return null;
    }
  }
  return kana;
}
