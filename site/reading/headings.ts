/** A heading of a text, with its id. */
export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** Sections from which on a text has a list of contents. */
const fewest = 3;

/** What a list of contents names; nothing when the text is seen at a glance. */
export function contentsOf(headings: readonly Heading[]): Heading[] {
  const sections = headings.filter(({ depth }) => depth === 2);
  return sections.length < fewest ? [] : sections;
}

/** The text with each of these headings a link to itself: its address can be copied like any other. */
export function withHeadingLinks(html: string, headings: readonly Heading[]): string {
  const slugs = new Set(headings.map(({ slug }) => slug));
  return html.replaceAll(/<(h[23]) id="([^"]+)">([\s\S]*?)<\/\1>/g, (whole, tag: string, slug: string, text: string) =>
    slugs.has(slug) && !text.includes('<a ')
      ? `<${tag} id="${slug}"><a class="heading-link" href="#${slug}">${text}</a></${tag}>`
      : whole,
  );
}

/** The text with something after the heading that has this id; before everything else for an empty one. */
export function withNoteAt(html: string, id: string, note: string): string {
  if (id === '') return note + html;
  const start = html.search(new RegExp(`<h[23] id="${id.replaceAll(/[^\p{L}\p{N}_-]/gu, '\\$&')}">`, 'u'));
  const end = start < 0 ? -1 : html.indexOf('</h', start);
  if (end < 0) return note + html;
  const after = html.indexOf('>', end) + 1;
  return html.slice(0, after) + note + html.slice(after);
}

/** A text within another page: its headings two steps down and without the ids, which other texts may have as well. */
export function withinAnother(html: string): string {
  return html
    .replaceAll(/<(\/?)h([2-4])\b/g, (_, slash: string, depth: string) => `<${slash}h${Number(depth) + 2}`)
    .replaceAll(/(<h[4-6])\s+id="[^"]*"/g, '$1');
}
