import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import { evaluate } from '@mdx-js/mdx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import { articleComponents } from '../../../content/schema/articles.ts';
import type { TextPiece } from '../../../site/article-text/pieces.ts';

/*
 * HTML of an article in the two ways there are, components as elements `<x-callout>`: as MDX means it, which makes a
 * program of it, and as the portal does it.
 */

type Props = Record<string, unknown>;
type Component = (props: Props) => Html;

/** Text that has been escaped. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** By MDX's own compiler, run as a program. */
export async function mdxWay(body: string): Promise<string> {
  const { default: content } = await evaluate({ path: 'article.mdx', value: body }, {
    Fragment: ({ children }: Props) => childrenOf(children),
    jsx,
    jsxs: jsx,
    remarkPlugins: [remarkGfm, remarkCjkFriendly],
    rehypePlugins: [rehypeHeadingIds],
    elementAttributeNameCase: 'html',
  } as unknown as Parameters<typeof evaluate>[1]);
  const components = Object.fromEntries(
    [...Object.keys(articleComponents), 'table'].map((name) => [name, (props: Props) => jsx(elementOf(name), props)]),
  );
  return laidOut((content as unknown as Component)({ components }).text);
}

/** The portal's pieces. */
export function piecesWay(pieces: readonly TextPiece[]): string {
  return laidOut(pieces.map(htmlOf).join(''));
}

function htmlOf(piece: TextPiece): string {
  if (typeof piece === 'string') return piece;
  const within = new Html(piece.pieces.map(htmlOf).join(''));
  return jsx(elementOf(piece.name), { ...piece.attributes, children: within }).text;
}

function jsx(type: string | Component, { children, ...props }: Props): Html {
  if (typeof type !== 'string') return type({ ...props, children });
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value as Value));
  const start = `<${type}${attributes.join('')}`;
  return new Html(/^(br|hr|input)$/.test(type) ? `${start}/>` : `${start}>${childrenOf(children).text}</${type}>`);
}

type Value = string | number | boolean | Record<string, string> | undefined;

function attribute(name: string, value: Value): string {
  if (value === undefined) return '';
  // Astro writes what is there without a value by its name, apart from data attributes.
  if (value === '' || (value === true && !name.startsWith('data-'))) return ` ${name}`;
  const text = typeof value === 'object' ? styleText(value) : String(value);
  return ` ${name}="${text.replaceAll('&', '&#38;').replaceAll('"', '&#34;')}"`;
}

function styleText(style: Record<string, string>): string {
  return Object.entries(style)
    .map(([name, value]) => `${name.replaceAll(/[A-Z]/g, '-$&').toLowerCase()}:${value}`)
    .join(';');
}

function childrenOf(children: unknown): Html {
  if (children instanceof Html) return children;
  if (Array.isArray(children)) return new Html(children.map((child) => childrenOf(child).text).join(''));
  const text = typeof children === 'string' ? children : '';
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return new Html(text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign));
}

function elementOf(name: string): string {
  // Links are themselves, however they are set.
  return name === 'a' ? name : `x-${name.toLowerCase()}`;
}

/** Ends of lines between elements say nothing; within a line they do. */
function laidOut(html: string): string {
  return html.replaceAll(/>\s*\n\s*</g, '><').trim();
}
