/** Letters that look like Latin ones, by what they are read as. */
const readAs: Readonly<Record<string, string>> = {
  // Cyrillic
  ...{ а: 'a', в: 'b', г: 'r', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', и: 'n' },
  ...{ і: 'i', ї: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l', ь: 'b', п: 'n' },
  // Greek
  ...{ α: 'a', β: 'b', γ: 'y', ε: 'e', ζ: 'z', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't' },
  ...{ υ: 'u', χ: 'x', ω: 'w' },
  // Latin that no decomposition takes apart
  ...{ ı: 'i', ȷ: 'j', ɡ: 'g', ɑ: 'a', ø: 'o', đ: 'd', ħ: 'h', ł: 'l', ŧ: 't', ʟ: 'l', ɪ: 'i', ɴ: 'n', ᴀ: 'a' },
  ...{ ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ᴊ: 'j', ᴋ: 'k', ᴍ: 'm', ᴏ: 'o', ᴘ: 'p', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z' },
};

/** Characters that are typed for a kana, beside which they stand. */
const asKana: Readonly<Record<string, string>> = {
  ...{ 力: 'カ', 二: 'ニ', 口: 'ロ', 工: 'エ', 卜: 'ト', 夕: 'タ', 八: 'ハ', 千: 'チ' },
  ...{ 一: 'ー', '―': 'ー', '—': 'ー', '–': 'ー', '‐': 'ー', '-': 'ー' },
};

const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}ıȷɡɑøđħłŧʟɪɴᴀ-ᴢ]/gu;
const besideKana = /(?<=[ァ-ヺー])[力二口工卜夕八千一―—–‐-]|[力二口工卜夕八千](?=[ァ-ヺー])/gu;

/** Letters in squares and circles, which no normalisation takes for letters. */
const framed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const firstFramed = [0x1f150, 0x1f170, 0x1f1e6] as const;

/** Text in small letters, with each letter that only looks like another one replaced by it. */
export function withoutLookAlikes(text: string): string {
  return text
    .replaceAll(framed, (letter) => latinOf(letter.codePointAt(0) ?? 0))
    .replaceAll(foreign, (letter) => readAs[letter] ?? letter)
    .replaceAll(besideKana, (character) => asKana[character] ?? character);
}

function latinOf(point: number): string {
  const first = firstFramed.findLast((start) => start <= point) ?? point;
  return String.fromCodePoint(0x61 + point - first);
}
