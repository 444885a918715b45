import type { HtmlNode, Property } from './processor.ts';

const voidElements = new Set(['br', 'hr', 'img', 'input']);
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** The tags around an element's children, as Astro writes them. */
export function tagsOf({ tagName = '', properties = {}, children = [] }: HtmlNode): { open: string; close: string } {
  const start = `<${tagName}${attributesOf(tagName, properties)}`;
  return children.length === 0 && voidElements.has(tagName)
    ? { open: `${start}/>`, close: '' }
    : { open: `${start}>`, close: `</${tagName}>` };
}

function attributesOf(tagName: string, properties: Readonly<Record<string, Property>>): string {
  const isCell = tagName === 'td' || tagName === 'th';
  const { align, ...others } = properties;
  const written = Object.entries(others).map(([name, value]) => attribute(attributeName(name), value));
  // HTML has no `align` any more.
  written.push(
    isCell && typeof align === 'string' ? attribute('style', `text-align:${align}`) : attribute('align', align),
  );
  return written.join('');
}

/** Syntax trees name attributes as a DOM does. */
function attributeName(property: string): string {
  if (property === 'className') return 'class';
  if (property.startsWith('aria')) return `aria-${property.slice(4).toLowerCase()}`;
  return property.startsWith('data') ? property.replaceAll(/[A-Z]/g, '-$&').toLowerCase() : property.toLowerCase();
}

function attribute(name: string, value: Property): string {
  if (value === null || value === undefined || value === false) return '';
  const isSaidByBeingThere = value === true && !name.startsWith('data-');
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  if (isSaidByBeingThere || text === '') return ` ${name}`;
  return ` ${name}="${text.replaceAll('&', '&#38;').replaceAll('"', '&#34;')}"`;
}
