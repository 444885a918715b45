/** The name under which the style sheet draws what was found. */
const name = 'moderation-found';

/**
 * Draws words in a text so that they are seen at once; nothing in the page changes. Does nothing where a browser has no
 * highlights of that kind (CSS Custom Highlight API).
 */
export function markFound(within: Element | null, words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(name);
  if (!within || words.length === 0) return;
  const ranges = textsIn(within).flatMap((text) => words.flatMap((word) => rangesOf(text, word.toLowerCase())));
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
}

function textsIn(within: Element): Text[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function rangesOf(text: Text, word: string): Range[] {
  const ranges: Range[] = [];
  const lower = text.data.toLowerCase();
  // Letters whose small ones are longer would shift everything after them.
  if (lower.length !== text.data.length) return ranges;
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
    const range = new Range();
    range.setStart(text, at);
    range.setEnd(text, at + word.length);
    ranges.push(range);
  }
  return ranges;
}
