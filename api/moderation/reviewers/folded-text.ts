import { withoutLookAlikes } from './look-alikes.ts';

/** What is there and is not seen: joiners, bidirectional marks, fillers, tags, variation selectors. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Marks above and below letters, besides those that make a kana another kana. */
const marks = /(?![\u3099\u309a])\p{Mn}/gu;

/**
 * Text as it is read: the same for full and half width, capital and small letters, with accents and without, for letters
 * that only look like others, and with nothing between them that nobody sees. What a moderator writes down and what
 * somebody posts are both folded before they are compared.
 */
export function folded(text: string): string {
  const plain = text.replaceAll(unseen, '').normalize('NFKD').replaceAll(marks, '').normalize('NFKC').toLowerCase();
  return withoutLookAlikes(plain).replaceAll(unseen, '');
}
