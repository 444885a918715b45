/** The language that a text is in: Japanese as soon as there is some kana, or half of it is kanji. */
export function languageOf(text: string): 'ja' | 'en' {
  const start = text.slice(0, 5_000);
  const kana = start.match(/[\u3041-\u30ff\uff66-\uff9f]/g)?.length ?? 0;
  const kanji = start.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = start.match(/[A-Za-z]/g)?.length ?? 0;
  return kana >= 3 || kana + kanji > latin ? 'ja' : 'en';
}
