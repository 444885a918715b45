import { escapeText, tagsOf } from './html.ts';
import type { Heading } from '../reading/headings.ts';
import { headingsIn, type HtmlNode, htmlTree, type MdxNode } from './processor.ts';

/** A piece of an article's text: HTML, or a component with what stands in it. */
export type TextPiece = string | ComponentPiece;

export interface ComponentPiece {
  name: string;
  attributes: Record<string, string>;
  pieces: TextPiece[];
}

/**
 * A text as the page shows it, and its headings. Articles hold no code, so that this is all there is to them, and none of them has to be
 * a module of the bundler. Uses the tree up; throws for code, which the content check has refused.
 */
export function piecesOf(tree: MdxNode): { pieces: TextPiece[]; headings: Heading[] } {
  const pieces: TextPiece[] = [];
  const html = htmlTree(tree);
  addPieces(html.children ?? [], pieces);
  return { pieces, headings: headingsIn(html) };
}

function addPieces(nodes: readonly HtmlNode[], pieces: TextPiece[]): void {
  for (const node of nodes) addPiece(node, pieces);
}

function addPiece(node: HtmlNode, pieces: TextPiece[]): void {
  const { type, tagName = '', name, value = '', children = [] } = node;
  if (type === 'text') {
    addHtml(escapeText(value), pieces);
  } else if (type === 'element' && !isSetByComponent(node)) {
    const { open, close } = tagsOf(node);
    addHtml(open, pieces);
    addPieces(isLaidOut(tagName) ? children.filter(isElement) : children, pieces);
    addHtml(close, pieces);
  } else if (type === 'element' || isComponent(type)) {
    const component: ComponentPiece = { name: name ?? tagName, attributes: attributesOf(node), pieces: [] };
    addPieces(isLaidOut(tagName) ? children.filter(isElement) : children, component.pieces);
    pieces.push(component);
  } else if (!isComment(node)) {
    throw new Error(`An article holds no ${type}`);
  }
}

/** Whether an element of Markdown is set by the component of its name: tables, and links with nothing but an address. */
function isSetByComponent({ tagName = '', properties = {} }: HtmlNode): boolean {
  if (tagName === 'a') return Object.keys(properties).every((name) => name === 'href' || name === 'title');
  return tagName === 'table';
}

/** Neighbours become one. */
function addHtml(html: string, pieces: TextPiece[]): void {
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last + html;
  else pieces.push(html);
}

/** Between the parts of a table stand only ends of lines. */
function isLaidOut(tagName: string): boolean {
  return /^(table|thead|tbody|tr)$/.test(tagName);
}

function isElement({ type }: HtmlNode): boolean {
  return type === 'element';
}

function isComponent(type: string): boolean {
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

function attributesOf({ type, properties = {}, attributes = [] }: HtmlNode): Record<string, string> {
  if (type === 'element') return textsIn(properties);
  return Object.fromEntries(
    attributes.map(({ type, name = '', value }) => {
      if (type === 'mdxJsxAttribute' && typeof value === 'string') return [name, value];
      throw new Error(`The attribute ${name || '{…}'} is no text`);
    }),
  );
}

function textsIn(properties: HtmlNode['properties'] = {}): Record<string, string> {
  const texts = Object.entries(properties).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

/** The one thing braces may hold. */
export function isComment({ type, value = '' }: { type: string; value?: string }): boolean {
  const isInBraces = type === 'mdxFlowExpression' || type === 'mdxTextExpression';
  return isInBraces && /^\s*\/\*[\s\S]*\*\/\s*$/.test(value);
}
