/** Nothing that is not seen, apart from what joins the parts of an emoji or of a word. */
const unseen =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Pictures of carriers, and others that mean something on one machine only. */
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;
const control = /(?![\t\n])\p{Cc}/gu;

/**
 * Text of a mail as it may be kept: lines end with a line feed; no control characters, nothing that is invisible or
 * turns the direction of writing; characters of private use (carriers' pictures) are 〓, as carriers themselves made
 * them.
 */
export function cleanedText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\f\u2028\u2029]/g, '\n')
    .replaceAll(control, '')
    .replaceAll(unseen, '')
    .replaceAll(privateUse, '〓');
}

/** The same on one line: a line break in a header is a space, whatever it was hidden in. */
export function cleanedLine(text: string, mostCharacters: number): string {
  const line = cleanedText(text).replaceAll(/\s+/g, ' ').trim();
  const characters = line.length > mostCharacters ? Array.from(line.slice(0, 2 * mostCharacters)) : null;
  return characters ? characters.slice(0, mostCharacters).join('').trimEnd() : line;
}
