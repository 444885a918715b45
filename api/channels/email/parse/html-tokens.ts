/** A tag, or the text before the next one, with its entities. */
export type HtmlToken =
  | { kind: 'open'; name: string; attributes: Record<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** What stands in them is no HTML and nothing to be read. */
const rawNames = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'noscript', 'iframe', 'noembed', 'noframes']);
const mostTagCharacters = 16_000;
const attribute = /([^\s=/"'<>]+)(?:\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'<>]+))?/g;

/**
 * The tokens of HTML, in one pass that takes no longer for nesting, or for what is never closed: unlike in a page,
 * nothing depends on where an element ends, and what was left open takes nothing that follows with it.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const search = new Search(html);
  let text = 0;
  let at = 0;
  while (at < html.length) {
    const start = search.next('<', at);
    if (start === -1) break;
    const end = tagEnd(html, start, search);
    at = end ?? start + 1;
    // No tag: the bracket belongs to the text.
    if (end === null) continue;
    if (start > text) yield { kind: 'text', text: html.slice(text, start) };
    text = end;
    const name = /^<\/?([a-z][^\s/>]{0,40})/i.exec(html.slice(start, start + 50))?.[1]?.toLowerCase();
    if (name === undefined) continue;
    const isClose = html[start + 1] === '/';
    if (isClose) yield { kind: 'close', name };
    else yield { kind: 'open', name, attributes: attributesOf(html.slice(start + 1 + name.length, end - 1)) };
    if (!isClose && rawNames.has(name)) at = text = search.closing(name, at) ?? at;
  }
  if (text < html.length) yield { kind: 'text', text: html.slice(text) };
}

/** Behind the end of a tag, a comment or a declaration; `null` when this is none. */
function tagEnd(html: string, start: number, search: Search): number | null {
  const next = html.charAt(start + 1);
  if (html.startsWith('<!--', start)) {
    const end = search.next('-->', start + 2);
    return end === -1 ? null : end + 3;
  }
  if (!/[a-z/!?]/i.test(next)) return null;
  let at = start + 1;
  for (;;) {
    const end = search.next('>', at);
    if (end === -1 || end - start > mostTagCharacters) return null;
    const quote = quoteWithin(html, at, end);
    if (quote === -1) return end + 1;
    const close = search.next(html.charAt(quote), quote + 1);
    // A quotation mark that nothing closes is none.
    if (close === -1 || close - start > mostTagCharacters) return end + 1;
    at = close + 1;
  }
}

/** A quotation mark opens a value only after an equals sign. */
function quoteWithin(html: string, from: number, to: number): number {
  const found = /=\s{0,9}["']/.exec(html.slice(from, to));
  return found ? from + found.index + found[0].length - 1 : -1;
}

function attributesOf(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { 1: name = '', 2: value = '' } of source.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (key !== '__proto__') found[key] ??= value.replace(/^(["'])(.*)\1$/s, '$2');
  }
  return found;
}

/** Finds what comes next, and never looks twice through what it has looked through. */
class Search {
  private readonly found = new Map<string, number>();
  private readonly html: string;
  private lower: string | null = null;

  constructor(html: string) {
    this.html = html;
  }

  next(text: string, from: number): number {
    return this.cached(text, from, this.html);
  }

  /** Where the end tag of a raw element begins. */
  closing(name: string, from: number): number | null {
    this.lower ??= this.html.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    const at = this.cached(`</${name}`, from, this.lower);
    return at === -1 ? null : at;
  }

  private cached(text: string, from: number, within: string): number {
    const known = this.found.get(text);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const at = within.indexOf(text, from);
    this.found.set(text, at);
    return at;
  }
}
