/**
 * An English word without its ending: plural, -ing, -ed, -er, -ment, -ation. Rough on purpose: what matters is that the
 * forms of one word meet, not that the stem is a word.
 */
export function stem(word: string): string {
  if (word.length <= 3 || /[^a-z]/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^su])s$/, '$1');
  return singular
    .replace(/(?:ing|ed|er|ment|ation|ion|ly|able|ible)$/, (ending) =>
      singular.length - ending.length >= 4 ? '' : ending,
    )
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/e$/, '');
}
