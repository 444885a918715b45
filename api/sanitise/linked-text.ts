import { html, raw } from 'hono/html';
import type { Fragment } from '../http/pages.ts';

/** Addresses of the web, as people type them: they end before punctuation, brackets and Japanese text. */
const address = /https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+/g;
const tail = /[.,;:!?'"\]*]+$/;

/** The whole http and https addresses in a text, and where they stand. */
export function addressesIn(text: string): { index: number; href: string }[] {
  return [...text.matchAll(address)]
    .map(({ 0: found, index }) => ({ index, href: withoutTail(found) }))
    .filter(({ href }) => URL.canParse(href));
}

/** Plain text, escaped, in which whole http and https addresses are links. */
export function linkedText(text: string): Fragment {
  const parts: Fragment[] = [];
  let from = 0;
  for (const { index, href } of addressesIn(text)) {
    parts.push(html`${text.slice(from, index)}`, link(href));
    from = index + href.length;
  }
  parts.push(html`${text.slice(from)}`);
  return raw(parts.map(String).join(''));
}

function link(href: string): Fragment {
  return html`<a href="${href}" rel="nofollow ugc noopener noreferrer">${href}</a>`;
}

/** A bracket belongs to the sentence, unless it was opened within the address. */
function withoutTail(found: string): string {
  const trimmed = found.replace(tail, '');
  return trimmed.endsWith(')') && !trimmed.includes('(') ? withoutTail(trimmed.slice(0, -1)) : trimmed;
}
