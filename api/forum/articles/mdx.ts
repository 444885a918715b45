import type { Token } from 'markdown-it';
import { tokensOf } from '../markdown.ts';

/* A post as the body of an article: the same Markdown, written anew so that MDX finds neither code nor components in it. */

/** Headings of an article begin at the second level, and are not deeper than the fourth. */
const [highest, deepest] = [2, 4];

/** Markdown of a member as MDX: whatever would be active in it is text, and pictures are what they are said to show. */
export function mdxOf(body: string): string {
  const tokens = tokensOf(body);
  const levels = tokens.filter(({ type }) => type === 'heading_open').map(levelOf);
  return blocksOf(tokens, Math.min(...levels, 6) - highest).join('\n\n');
}

/** Words as they are read, for a line of MDX. */
export function asMdxText(text: string): string {
  return text
    .split('\n')
    .map((line) => escapedStart(escaped(line.trim())))
    .join('\n');
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}

function blocksOf(tokens: readonly Token[], above: number): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const end = token.nesting === 1 ? closing(tokens, at) : at;
    const block = blockOf(token, tokens.slice(at + 1, end), above);
    if (block.trim() !== '') blocks.push(block);
    at = end;
  }
  return blocks;
}

/** Where what was opened there ends. */
function closing(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let end = at; end < tokens.length; end += 1) {
    depth += tokens[end]?.nesting ?? 0;
    if (depth === 0) return end;
  }
  return tokens.length;
}

function blockOf(token: Token, inner: readonly Token[], above: number): string {
  switch (token.type) {
    case 'paragraph_open':
      return inner.map((each) => inlineOf(each)).join('\n');
    case 'inline':
      return inlineOf(token);
    case 'heading_open': {
      const depth = Math.min(Math.max(levelOf(token) - above, highest), deepest);
      return `${'#'.repeat(depth)} ${inner.map((each) => oneLine(inlineOf(each))).join(' ')}`;
    }
    case 'bullet_list_open':
      return items(inner, () => '- ', above);
    case 'ordered_list_open':
      return items(inner, (index) => `${Number(token.attrGet('start') ?? 1) + index}. `, above);
    case 'blockquote_open':
      return blocksOf(inner, above)
        .join('\n\n')
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'fence':
    case 'code_block':
      return codeBlock(token);
    case 'table_open':
      return table(inner);
    case 'hr':
      return '***';
    default:
      return token.nesting === 1 ? blocksOf(inner, above).join('\n\n') : asMdxText(token.content);
  }
}

function items(tokens: readonly Token[], marker: (index: number) => string, above: number): string {
  const lines: string[] = [];
  let index = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.type !== 'list_item_open') continue;
    const end = closing(tokens, at);
    const mark = marker(index);
    const text = blocksOf(tokens.slice(at + 1, end), above).join('\n\n');
    lines.push(`${mark}${text.replaceAll(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`)}`);
    index += 1;
    at = end;
  }
  return lines.join('\n');
}

function codeBlock({ content, info }: Token): string {
  const text = content.replace(/\n$/, '');
  const fence = longerThan(text, '`', 3);
  return `${fence}${/^[\w+-]+/.exec(info)?.[0] ?? ''}\n${text}\n${fence}`;
}

function table(tokens: readonly Token[]): string {
  const rows: string[][] = [];
  for (const { type, children, content } of tokens) {
    if (type === 'tr_open') rows.push([]);
    if (type === 'inline') rows.at(-1)?.push(oneLine(inlineOf({ children, content })));
  }
  const [head = [], ...others] = rows;
  return [row(head), row(head.map(() => '---')), ...others.map(row)].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
}

function inlineOf({ children, content }: Pick<Token, 'children' | 'content'>): string {
  const hrefs: string[] = [];
  const text = (children ?? []).map((token) => pieceOf(token, hrefs)).join('');
  return (children ? text : escaped(content))
    .split('\n')
    .map((line) => escapedStart(line.trimStart()))
    .join('\n');
}

function pieceOf(token: Token, hrefs: string[]): string {
  const { type, content } = token;
  switch (type) {
    case 'text':
    case 'text_special':
      return escaped(content);
    case 'softbreak':
    case 'hardbreak':
      return '\\\n';
    case 'code_inline': {
      const fence = longerThan(content, '`', 1);
      const space = /^[` ]|[` ]$/.test(content) ? ' ' : '';
      return `${fence}${space}${content.replaceAll('|', '\\|').replaceAll('\n', ' ')}${space}${fence}`;
    }
    case 'em_open':
    case 'em_close':
      return '*';
    case 'strong_open':
    case 'strong_close':
      return '**';
    case 's_open':
    case 's_close':
      return '~~';
    case 'link_open':
      hrefs.push(String(token.attrGet('href') ?? ''));
      return '[';
    case 'link_close':
      return `](${destination(hrefs.pop() ?? '')})`;
    case 'image':
      return escaped(content);
    default:
      return escaped(content);
  }
}

/** An address as it stands in brackets. */
function destination(href: string): string {
  return href.replaceAll(
    /[\s()<>{}\\"'`*_|[\]]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Addresses by themselves would become links, and take the backslashes after them along. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}<[\]~|@]|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\./gi, (character) => `\\${character}`)
    .replaceAll('\n', ' ');
}

/** What makes something else of a line by how it begins; MDX imports and exports where a line begins with these words. */
function escapedStart(line: string): string {
  return line
    .replace(/^([#>+=-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^(?:import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\\?\n/g, ' ');
}

function longerThan(text: string, character: string, least: number): string {
  const runs = text.match(new RegExp(`${character}+`, 'g')) ?? [];
  return character.repeat(Math.max(least, ...runs.map((run) => run.length + 1)));
}
