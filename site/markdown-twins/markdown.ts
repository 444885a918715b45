import { type HTMLElement, type Node, NodeType } from 'node-html-parser';
import { escapedText, inlineOf } from './inline.ts';
import { tableOf } from './table.ts';

/** What is for hands and eyes only. */
const left = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'SVG', 'BUTTON', 'FIELDSET', 'FORM', 'NAV', 'NOSCRIPT']);
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DETAILS DIV DL DT DD FIGURE FIGCAPTION H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE UL VIDEO'.split(
    ' ',
  ),
);

/** An element's content as Markdown (CommonMark and tables), its links made whole with the address of its page. */
export function markdownOf(element: HTMLElement, url: string): string {
  return blocksOf(element, url).join('\n\n');
}

/** Blocks one after the other; text between them is a paragraph of its own. */
function blocksOf(element: HTMLElement, url: string): string[] {
  const found: string[] = [];
  let loose: Node[] = [];
  const endParagraph = () => {
    const text = inlineOf(loose, url);
    if (text) found.push(escapedStart(text));
    loose = [];
  };
  for (const node of element.childNodes) {
    if (!isElement(node)) {
      loose.push(node);
    } else if (!left.has(node.tagName)) {
      if (!isBlock(node)) {
        loose.push(node);
        continue;
      }
      endParagraph();
      found.push(...blockOf(node, url).filter(Boolean));
    }
  }
  endParagraph();
  return found;
}

function blockOf(element: HTMLElement, url: string): string[] {
  const { tagName, classList } = element;
  if (['flow-back', 'flow-hint'].some((name) => classList.contains(name))) return [];
  if (classList.contains('callout')) return [quoted(markdownOf(element, url))];
  if (['callout-title', 'tab-label', 'for-label'].some((name) => classList.contains(name))) return [bold(element, url)];
  if (/^H[1-6]$/.test(tagName))
    return [`${'#'.repeat(Number(tagName[1]))} ${inlineOf(headingOf(element).childNodes, url)}`];
  switch (tagName) {
    case 'SUMMARY':
      return [bold(element, url)];
    case 'P':
    case 'DT':
    case 'FIGCAPTION':
      return [escapedStart(inlineOf(element.childNodes, url))];
    case 'UL':
    case 'OL':
      return [listOf(element, url)];
    case 'BLOCKQUOTE':
      return [quoted(markdownOf(element, url))];
    case 'PRE':
      return [`\`\`\`\n${element.textContent.trimEnd()}\n\`\`\``];
    case 'HR':
      return ['---'];
    case 'TABLE':
      return [tableOf(element, url)];
    case 'VIDEO':
      return [videoOf(element, url)];
    default:
      return blocksOf(element, url);
  }
}

/** A heading that is a link to itself is its text. */
function headingOf(element: HTMLElement): HTMLElement {
  return element.querySelector('.heading-link') ?? element;
}

/** Wherever a block stands within, the element is one, too: an element of ours around a list, a summary in details. */
function isBlock(element: HTMLElement): boolean {
  return blocks.has(element.tagName) || element.tagName === 'SUMMARY' || elementsOf(element).some(isBlock);
}

function listOf(list: HTMLElement, url: string): string {
  const items = elementsOf(list).filter(({ tagName }) => tagName === 'LI');
  const first = Number(list.getAttribute('start') ?? 1);
  const written = items.map((item, index) => {
    const marker = list.tagName === 'OL' ? `${first + index}. ` : '- ';
    const text = isChoice(item) ? choiceOf(item, url) : markdownOf(item, url);
    return `${marker}${text.replaceAll(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`)}`;
  });
  return written.join(written.some((text) => text.includes('\n\n')) ? '\n\n' : '\n');
}

/** A choice of a flow leads to a step of the same page: it is named, since nothing can be chosen here. */
function choiceOf(item: HTMLElement, url: string): string {
  const link = item.querySelector('a');
  const target = root(item).getElementById((link?.getAttribute('href') ?? '').slice(1));
  const title = target?.querySelector('h2, h3');
  const text = escapedText(item.textContent);
  return title ? `${text} → ${inlineOf(title.childNodes, url)}` : text;
}

function isChoice(item: HTMLElement): boolean {
  return item.querySelectorAll('a').length === 1 && item.querySelector('a[href^="#"]')?.parentNode === item;
}

function videoOf(video: HTMLElement, url: string): string {
  const source = video.querySelector('source')?.getAttribute('src') ?? video.getAttribute('src') ?? '';
  return `[${escapedText(video.getAttribute('aria-label') ?? source)}](${new URL(source, url).href})`;
}

function bold(element: HTMLElement, url: string): string {
  return `**${inlineOf(element.childNodes, url)}**`;
}

function quoted(text: string): string {
  return text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

/** What would be read as a list, a heading or a quotation at the beginning of a line. */
function escapedStart(text: string): string {
  return text.replace(/^(\d+)([.)]\s)/, '$1\\$2').replace(/^([-+>#])/, '\\$1');
}

function elementsOf(element: HTMLElement): HTMLElement[] {
  return element.childNodes.filter(isElement);
}

function isElement(node: Node): node is HTMLElement {
  return node.nodeType === NodeType.ELEMENT_NODE;
}

function root(element: HTMLElement): HTMLElement {
  let around = element;
  while (around.parentNode) around = around.parentNode;
  return around;
}
