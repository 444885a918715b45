import type { Language } from '../../../content/schema/languages.ts';
import { foldKana, normalise } from './normalise.ts';

const mostVariants = 4;

/** The query, and the query with customers' words replaced by the pages' own. */
export function withSynonyms(
  query: string,
  language: Language,
  synonyms: Readonly<Record<string, readonly string[]>>,
): string[] {
  const plain = normalise(query);
  const folded = foldKana(plain);
  const variants = [plain];
  for (const [word, meant] of Object.entries(synonyms)) {
    const said = foldKana(normalise(word));
    const at = language === 'en' ? wordAt(folded, said) : folded.indexOf(said);
    if (at < 0) continue;
    for (const other of meant) variants.push(`${plain.slice(0, at)}${other}${plain.slice(at + said.length)}`);
  }
  return variants.slice(0, 1 + mostVariants);
}

function wordAt(text: string, word: string): number {
  const match = new RegExp(`(?<![a-z0-9])${word.replaceAll(/[^a-z0-9 ]/g, '.')}(?![a-z0-9])`).exec(text);
  return match?.index ?? -1;
}
