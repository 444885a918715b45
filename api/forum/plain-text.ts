const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const excerptCharacters = 160;

/** The beginning of a post as plain text, from its HTML. */
export function excerptOf(html: string): string {
  const text = textOf(html);
  if (text.length <= excerptCharacters) return text;
  // Half a character is none.
  return `${text
    .slice(0, excerptCharacters)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** Sanitised HTML, or its beginning, as one line of plain text. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<\/?(?:p|br|hr|li|h\d|tr|td|th|pre|blockquote)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*(?:>|$)/g, '')
    .replaceAll(/&(\w+|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
