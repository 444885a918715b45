import { parse } from 'node-html-parser';

/** A shell, taken to pieces: what stays as it was drawn, and where something goes in. */
export type Template = readonly (string | { kind: 'slot' | 'hidden'; name: string })[];

const [begin, end] = ['\uE000', '\uE001'];
const places = new RegExp(` hidden="${begin}hidden:([\\w-]+)${end}"|${begin}slot:([\\w-]+)${end}`, 'g');

/**
 * Finds in a page of the site where the named things go: into `data-slot`, which shows itself with what it holds; in place of
 * `data-instead`; and what is shown `data-when` there is anything of that name.
 */
export function templateOf(shell: string, names: readonly string[]): Template {
  const page = parse(shell, { comment: true });
  for (const name of names) {
    for (const slot of page.querySelectorAll(`[data-slot="${name}"]`)) {
      slot.innerHTML = `${begin}slot:${name}${end}`;
      if (slot.hasAttribute('hidden')) slot.setAttribute('hidden', `${begin}hidden:${name}${end}`);
    }
    for (const part of page.querySelectorAll(`[data-when="${name}"]`)) {
      part.setAttribute('hidden', `${begin}hidden:${name}${end}`);
    }
    for (const element of page.querySelectorAll(`[data-instead="${name}"]`)) {
      element.replaceWith(`${begin}slot:${name}${end}`);
    }
  }
  const text = page.toString();
  const pieces: (string | { kind: 'slot' | 'hidden'; name: string })[] = [];
  let from = 0;
  for (const { 0: found, 1: hidden, 2: slot, index } of text.matchAll(places)) {
    pieces.push(text.slice(from, index));
    pieces.push(hidden === undefined ? { kind: 'slot', name: slot ?? '' } : { kind: 'hidden', name: hidden });
    from = index + found.length;
  }
  return [...pieces, text.slice(from)];
}

/** The page with texts in it. What there is nothing of stays hidden where it was. */
export function filledIn(template: Template, texts: Readonly<Record<string, string>>): string {
  let page = '';
  for (const piece of template) {
    if (typeof piece === 'string') page += piece;
    else if (piece.kind === 'slot') page += texts[piece.name] ?? '';
    else if (!texts[piece.name]) page += ' hidden=""';
  }
  return page;
}
