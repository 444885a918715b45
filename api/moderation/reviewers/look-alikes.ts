/** Letters that look like Latin ones, by what they are read as. */
const readAs = byPairs([
  // Cyrillic
  'аa вb гr еe кk мm нh оo рp сc тt уy хx иn',
  'іi їi јj ѕs һh ԁd ԛq ԝw ӏl ьb пn',
  // Greek
  'αa βb γy εe ζz ηn ιi κk μm νv οo ρp τt',
  'υu χx ωw',
  // Latin that no decomposition takes apart
  'ıi ȷj ɡg ɑa øo đd ħh łl ŧt ʟl ɪi ɴn ᴀa',
  'ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz',
]);

/** Characters that are typed for a kana, beside which they stand. */
const asKana = byPairs(['力カ 二ニ 口ロ 工エ 卜ト 夕タ 八ハ 千チ', '一ー ―ー —ー –ー ‐ー -ー']);

const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}ıȷɡɑøđħłŧʟɪɴᴀ-ᴢ]/gu;
const besideKana = /(?<=[ァ-ヺー])[力二口工卜夕八千一―—–‐-]|[力二口工卜夕八千](?=[ァ-ヺー])/gu;

/** Letters in squares and circles, which no normalisation takes for letters. */
const framed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const firstFramed = [0x1f150, 0x1f170, 0x1f1e6] as const;

/** Text in small letters, with each letter that only looks like another one replaced by it. */
export function withoutLookAlikes(text: string): string {
  return text
    .replaceAll(framed, (letter) => latinOf(letter.codePointAt(0) ?? 0))
    .replaceAll(foreign, (letter) => readAs.get(letter) ?? letter)
    .replaceAll(besideKana, (character) => asKana.get(character) ?? character);
}

function latinOf(point: number): string {
  const first = firstFramed.findLast((start) => start <= point) ?? point;
  return String.fromCodePoint(0x61 + point - first);
}

/** Each pair is a character, and what it is read as. */
function byPairs(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap((line) => line.split(' ')).map(([character = '', as = '']) => [character, as]));
}
