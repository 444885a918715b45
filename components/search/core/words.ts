import type { Language } from '../../../content/schema/languages.ts';
import { normalise } from './normalise.ts';

/** Words that carry no subject: a question keeps its meaning for the index without them. */
export const functionWords: Record<Language, ReadonlySet<string>> = {
  ja: withTheirParts(
    'の に は を が と も で へ や か な ね よ から まで より など って という として について に対して です ます でした ました ません ください 下さい ' +
      'たい た て し する した して したい しました い いる ある あり できる でき ない 方法 こと とき 時 場合 どう どうすれば どうやって どこ いつ なぜ 何 教え 教えて',
    'ja',
  ),
  en: withTheirParts(
    'a an and are at be been but by can cant could did do does dont for from had has have hello hi how i if im in is it its ive me my of on or our please should so that the ' +
      'their them there they this to us was we were what when where which who why will with would you your',
    'en',
  ),
};

/** Lone kana are what a segmenter leaves of an inflection: 届かない is 届, か, ない. */
const remnant = /^\p{Script=Hiragana}$/u;

/** The words of a text, normalised, in order. */
export function wordsOf(text: string, language: Language): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(normalise(text))].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** The words that say what a query is about; all of them when nothing else would be left. */
export function contentWords(query: string, language: Language): string[] {
  const words = wordsOf(query, language);
  const content = words.filter((word) => !functionWords[language].has(word) && !remnant.test(word));
  return content.length > 0 ? content : words;
}

/** A segmenter may take one of them for several: ください becomes くだ and さい. */
function withTheirParts(phrases: string, language: Language): ReadonlySet<string> {
  return new Set(phrases.split(' ').flatMap((phrase) => [phrase, ...wordsOf(phrase, language)]));
}
