import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HTMLElement, NodeType, parse, type TextNode } from 'node-html-parser';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';

const wordJoin = '\u200b';
/** Parts the text of a page from what is only there to be found. */
const separator = '\u2063';
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** What an article may be found by in the question index. */
export interface IndexedText {
  article: ArticleSummary;
  /** Text and anchor of each heading. */
  headings: [text: string, anchor: string][];
}

/** What the search indexes take from the built page of an article. */
interface BuiltPage extends IndexedText {
  /** HTML for the full-text index. What is served stays as it was. */
  copy: string;
}

/** Reads the built page of an article. */
export async function readBuiltPage(siteFolder: string, article: ArticleSummary): Promise<BuiltPage> {
  const root = parse(await readFile(join(siteFolder, article.url, 'index.html'), 'utf8'));
  const body = root.querySelector('[data-pagefind-body]');
  if (!body) throw new Error(`${article.url} has no text to index`);
  const headings = root
    .querySelectorAll('.prose :is(h2, h3)')
    .map((heading): [string, string] => [heading.textContent.trim(), heading.id.replace(/-title$/, '')]);
  return { article, headings, copy: indexedCopy(body, article) };
}

/**
 * The text as it is indexed: with the ways customers put its question, and Japanese parted into words by the same
 * segmenter that parts queries (a zero-width space between them).
 */
function indexedCopy(body: HTMLElement, { language, kind, category, asked }: ArticleSummary): string {
  body.insertAdjacentHTML(
    'beforeend',
    `<p data-pagefind-weight="4">${separator}${asked.map(escapeText).join(' / ')}</p>`,
  );
  body.setAttribute('data-kind', kind);
  body.setAttribute('data-category', category);
  body.setAttribute('data-pagefind-filter', 'kind[data-kind], category[data-category]');
  body.querySelector('h1')?.setAttribute('data-pagefind-weight', '8');
  if (language === 'ja') partWords(body);
  return `<!doctype html><html lang="${language}"><body>${body.toString()}</body></html>`;
}

function partWords(element: HTMLElement): void {
  for (const node of element.childNodes) {
    if (node.nodeType === NodeType.TEXT_NODE) {
      const text = node as TextNode;
      // What is written &amp; is one sign, not five.
      text.rawText = [...segmenter.segment(text.text)].map(({ segment }) => escapeText(segment)).join(wordJoin);
    } else {
      partWords(node as HTMLElement);
    }
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
