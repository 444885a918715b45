import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import { createProcessor } from '@mdx-js/mdx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import type { Heading } from '../reading/headings.ts';

/** The part of a Markdown syntax tree that is looked at. */
export interface MdxNode {
  type: string;
  name?: string | null;
  url?: string;
  depth?: number;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdxNode[];
  position?: { start: { line: number } };
}

export type Property = string | number | boolean | (string | number)[] | null | undefined;

/** The part of an HTML syntax tree that is looked at; components are still in it as they were written. */
export interface HtmlNode {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Record<string, Property>;
  attributes?: MdxNode['attributes'];
  children?: HtmlNode[];
}

/** What the run under way has made, before MDX would make a program of it. */
let made: HtmlNode = { type: 'root' };
const keepInstead = () => (tree: HtmlNode) => {
  made = tree;
  return { type: 'root' as const, children: [] };
};

const processor = createProcessor({
  // Bold next to Japanese brackets and full stops: CommonMark by itself sets **「重要」**です wrongly.
  remarkPlugins: [remarkGfm, remarkCjkFriendly],
  rehypePlugins: [rehypeHeadingIds, keepInstead],
});

/** The tree of a text in MDX. Throws what MDX says about a text that is none. */
export function parseMdx(text: string): MdxNode {
  return processor.parse(text) as MdxNode;
}

/** The headings of an HTML tree, in order, with the ids they have. */
export function headingsIn(tree: HtmlNode): Heading[] {
  const { tagName = '', properties = {}, children = [] } = tree;
  const depth = Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
  if (depth > 0) return [{ depth, slug: String(properties['id'] ?? ''), text: textOf(tree).trim() }];
  return children.flatMap(headingsIn);
}

function textOf({ value = '', children = [], type }: HtmlNode): string {
  return type === 'text' ? value : children.map(textOf).join('');
}

/** The HTML of a tree, which is used up. */
export function htmlTree(tree: MdxNode): HtmlNode {
  // By the name, headings know that braces in them are text.
  processor.runSync(tree as Parameters<typeof processor.runSync>[0], { path: 'article.mdx' });
  return made;
}
