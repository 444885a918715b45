import { type HTMLElement, NodeType, type TextNode } from 'node-html-parser';
import type { PageKind } from '../../content/schema/kinds.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';

const wordJoin = '\u200b';
/** Parts the text of a page from what is only there to be found. */
const separator = '\u2063';
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** A page that can be found: an article, or a post. */
export interface FoundPage {
  language: Language;
  kind: PageKind;
  url: string;
  category?: string | undefined;
  asked: readonly string[];
}

/** What a page may be found by in the question index. */
export interface IndexedText {
  article: ArticleSummary;
  /** Text and anchor of each heading. */
  headings: [text: string, anchor: string][];
}

/** What the search indexes take from the built page of an article or a post. */
interface TakenFromPage extends Pick<IndexedText, 'headings'> {
  /** HTML for the full-text index. What is served stays as it was. */
  copy: string;
}

/** Takes from a built page what is indexed of it. Changes the tree it is given. */
export function takeFromPage(built: HTMLElement, page: FoundPage): TakenFromPage {
  const body = built.querySelector('[data-pagefind-body]');
  if (!body) throw new Error(`${page.url} has no text to index`);
  const headings = built
    .querySelectorAll('.prose :is(h2, h3)')
    .map((heading): [string, string] => [heading.textContent.trim(), heading.id.replace(/-title$/, '')]);
  return { headings, copy: indexedCopy(body, page) };
}

/**
 * The text as it is indexed: with the ways customers put its question, and Japanese parted into words by the same
 * segmenter that parts queries (a zero-width space between them).
 */
function indexedCopy(body: HTMLElement, { language, kind, category, asked }: FoundPage): string {
  body.insertAdjacentHTML(
    'beforeend',
    `<p data-pagefind-weight="${kind === 'posts' ? 1 : 4}">${separator}${asked.map(escapeText).join(' / ')}</p>`,
  );
  body.setAttribute('data-kind', kind);
  if (category) body.setAttribute('data-category', category);
  body.setAttribute('data-pagefind-filter', `kind[data-kind]${category ? ', category[data-category]' : ''}`);
  if (kind === 'posts') weighLess(body);
  else body.querySelector('h1')?.setAttribute('data-pagefind-weight', '8');
  markSeconds(body);
  if (language === 'ja') partWords(body);
  return `<!doctype html><html lang="${language}"><body>${body.toString()}</body></html>`;
}

/** An article answers a question that a post only comes to speak of. */
function weighLess(body: HTMLElement): void {
  body.setAttribute('data-pagefind-weight', '0.5');
  for (const heading of body.querySelectorAll('h1, h2, h3')) heading.setAttribute('data-pagefind-weight', '1');
}

/**
 * Pagefind leads to headings: in its copy, each second at which something is said is one. They stand last, so that what
 * comes after the film in the article is not found at its last second.
 */
function markSeconds(body: HTMLElement): void {
  for (const transcript of body.querySelectorAll('.video-transcript')) {
    for (const cue of transcript.querySelectorAll('[data-cue]')) {
      const [time, text] = [cue.querySelector('a')?.textContent ?? '', cue.querySelector('span')?.innerHTML ?? ''];
      const place = `<h6 id="${cue.id}" data-pagefind-weight="1">${time.trim()}</h6><p>${text.trim()}</p>`;
      body.insertAdjacentHTML('beforeend', place);
    }
    transcript.remove();
  }
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
