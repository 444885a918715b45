/** As many as a post is judged, and learnt, by: more than a long post has, and few enough for one write. */
const mostPairs = 2000;

/** The different pairs of neighbouring characters in a text, with the edge of the text as a space. */
export function pairsOf(text: string): string[] {
  const pairs = new Set<string>();
  let last = ' ';
  for (const character of text) {
    pairs.add(last + character);
    if (pairs.size >= mostPairs) break;
    last = character;
  }
  return [...pairs.add(`${last} `)];
}
