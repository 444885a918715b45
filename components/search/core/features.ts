import type { Language } from '../../../content/schema/languages.ts';
import { foldKana, normalise } from './normalise.ts';
import { stem } from './stem.ts';
import { functionWords } from './words.ts';

/** What a text is like: weights by feature. Features of a kind share a first letter. */
export type Features = Map<string, number>;

const weight = { word: 1.2, pair: 1, gram: 0.5, kanaGram: 0.45, kanjiPair: 1.2 };

/** Words, pairs of words and pieces of words (English); pieces and kanji pairs (Japanese, whose words nobody parts alike). */
export function featuresOf(text: string, language: Language): Features {
  const features: Features = new Map();
  const add = (name: string, by: number) => features.set(name, (features.get(name) ?? 0) + by);
  const plain = normalise(text);
  if (language === 'ja') addJapanese(plain, add);
  else addWords(latinWords(withoutFrame(plain)), add);
  return features;
}

/** The words of a text in letters, without apostrophes: can't is cant. */
export function latinWords(plain: string): string[] {
  return plain.replaceAll(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function addWords(words: readonly string[], add: (name: string, by: number) => void): void {
  const content = words.filter((word) => !functionWords.en.has(word));
  const used = content.length > 0 ? content : words;
  for (const [index, word] of used.entries()) {
    const next = used[index + 1];
    add(`w${stem(word)}`, weight.word);
    if (next) add(`p${stem(word)} ${stem(next)}`, weight.pair);
    addGrams(` ${word} `, [3, 4], weight.gram, add);
  }
}

function addJapanese(plain: string, add: (name: string, by: number) => void): void {
  // Words in katakana are never filler: マスク is no ます.
  const bare = foldKana(withoutFiller(plain));
  for (const run of bare.match(/[a-z0-9]+|[ぁ-ゖー一-龠々〆ヵヶ]+/gu) ?? []) {
    if (/[a-z0-9]/.test(run)) addWords([run], add);
    else addGrams(run.length === 1 ? ` ${run} ` : run, [2, 3], weight.kanaGram, add);
  }
  // 引越, 引越し and 引っ越し share their kanji, whatever stands between.
  for (const [, first, second] of bare.matchAll(/(?=([一-龠々])[ぁ-ゖ]{0,2}([一-龠々]))/gu))
    add(`k${first}${second}`, weight.kanjiPair);
}

function addGrams(text: string, sizes: readonly number[], by: number, add: (name: string, by: number) => void): void {
  for (const size of sizes) {
    for (let at = 0; at + size <= text.length; at += 1) add(`g${text.slice(at, at + size)}`, by);
  }
}

const frame =
  /^(?:(?:hi|hello|hey|please|sorry|excuse me)[ ,!.]+)*(?:(?:(?:can|could|would|will) (?:you|somebody|someone|anyone) (?:please )?)?(?:help me (?:with|to)|show me(?: how to)?|tell me(?: more)?(?: about)?|explain(?: to me)?)|i ?(?:have|['’]ve got|got) (?:a|another|one) questions? (?:about|on)|i(?:['’]d| would)? (?:like|want|need) (?:to (?:know|read|hear|learn|ask)(?: more)?(?: about)?|(?:some )?help with)|where (?:can|do) i (?:read|find out|learn)(?: more)?(?: about)?) /;

/** What people wrap a question in, in English: "can you tell me about". All of it, if nothing else is left. */
export function withoutFrame(text: string): string {
  return text.replace(frame, '') || text;
}

const filler =
  /(?:について)?(?:教え|おしえ|知り|しり)(?:て|た)(?:ください|下さい|ほしい|い(?:です)?)|(?:し|て|で)?(?:ください|下さい)|でしょうか|どう(?:すれば|したら|やって)(?:いい|よい)?|(?:する|した)?方法|(?:(?:し)?たい(?:のですが|んですけど)?|(?:ん|の)?(?:です|ます)(?:か|が|けど)?|ました|ません|こと|とき|場合)(?=$|[\s、。！？!?]|です|ので|のに|から|けど|んです|と思|は|が|の|に)/gu;

/** What people wrap a question in, in Japanese: polite endings, "please tell me about". All of it, if nothing else is left. */
export function withoutFiller(text: string): string {
  const bare = text.replaceAll(filler, ' ').replaceAll(/\s+/g, ' ').trim();
  return bare || text;
}
