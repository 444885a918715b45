import { type HTMLElement, type Node, NodeType } from 'node-html-parser';

/** Running text as Markdown, on one line but for its line breaks. */
export function inlineOf(nodes: readonly Node[], url: string): string {
  return nodes
    .map((node) => inline(node, url))
    .join('')
    .replaceAll(/[ \t\n]+/g, ' ')
    .replaceAll(/ ?\u2028 ?/g, '  \n')
    .trim();
}

function inline(node: Node, url: string): string {
  if (node.nodeType === NodeType.TEXT_NODE) return escapedText(node.textContent, false);
  if (node.nodeType !== NodeType.ELEMENT_NODE) return '';
  const element = node as HTMLElement;
  const text = () => inlineOf(element.childNodes, url);
  switch (element.tagName) {
    case 'A':
      return `[${text()}](${new URL(element.getAttribute('href') ?? '', url).href})`;
    case 'STRONG':
    case 'B':
      return `**${text()}**`;
    case 'EM':
    case 'I':
      return `*${text()}*`;
    case 'DEL':
      return `~~${text()}~~`;
    case 'CODE':
    case 'KBD':
      return `\`${element.textContent.trim()}\``;
    case 'IMG':
      return imageOf(element, url);
    case 'BR':
      return '\u2028';
    case 'SCRIPT':
    case 'STYLE':
    case 'SVG':
    case 'BUTTON':
      return '';
    default:
      return element.childNodes.map((child) => inline(child, url)).join('');
  }
}

function imageOf(image: HTMLElement, url: string): string {
  return `![${escapedText(image.getAttribute('alt') ?? '')}](${new URL(image.getAttribute('src') ?? '', url).href})`;
}

/** Text in which Markdown's own signs are only signs. */
export function escapedText(text: string, isAlone = true): string {
  const escaped = text.replaceAll(/[\\`*[\]<]/g, '\\$&').replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
  return isAlone ? escaped.replaceAll(/\s+/g, ' ').trim() : escaped;
}
