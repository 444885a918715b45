import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type HTMLElement, NodeType, parse, type TextNode } from 'node-html-parser';
import { close, createIndex } from 'pagefind';
import type { ArticleSummary } from '../../content/schema.ts';

const unpack = promisify(gunzip);
const wordJoin = '\u200b';
/** Parts the text of a page from what is only there to be found. */
const separator = '\u2063';

/**
 * Writes the full-text index of every built article, each language by itself, into `<site>/pagefind/`. Gives back the
 * name that Pagefind knows each page by, by its address.
 */
export async function writeSearchIndex(
  siteFolder: string,
  articles: readonly ArticleSummary[],
): Promise<Map<string, string>> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const byUrl = new Map(articles.map((article) => [article.url, article]));
    for await (const path of glob('{ja,en}/{faq,guides,troubleshooting}/**/index.html', { cwd: siteFolder })) {
      const url = `/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
      const content = indexedCopy(await readFile(join(siteFolder, path), 'utf8'), byUrl.get(url));
      const { errors: wrong } = await index.addHTMLFile({ url, content });
      if (wrong.length > 0) throw new Error(`Pagefind refused ${url}: ${wrong.join('; ')}`);
    }
    const { errors: unwritten } = await index.writeFiles({ outputPath: join(siteFolder, 'pagefind') });
    if (unwritten.length > 0) throw new Error(`Pagefind wrote no index: ${unwritten.join('; ')}`);
    return await fragmentNames(join(siteFolder, 'pagefind/fragment'));
  } finally {
    await close();
  }
}

/** Each fragment is compressed JSON behind a mark of its own. */
async function fragmentNames(folder: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const file of await readdir(folder)) {
    const text = (await unpack(await readFile(join(folder, file)))).toString();
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    names.set(url, file.replace(/\.pf_fragment$/, ''));
  }
  return names;
}

/**
 * The page as it is indexed: with the ways customers put its question, and Japanese parted into words by the same
 * segmenter that parts queries (a zero-width space between them). What is served stays as it was.
 */
function indexedCopy(page: string, article: ArticleSummary | undefined): string {
  const root = parse(page);
  const body = root.querySelector('[data-pagefind-body]');
  if (!body) return page;
  if (article) {
    body.insertAdjacentHTML(
      'beforeend',
      `<p data-pagefind-weight="4">${separator}${article.asked.map(escapeText).join(' / ')}</p>`,
    );
    body.setAttribute('data-kind', article.kind);
    body.setAttribute('data-category', article.category);
    body.setAttribute('data-pagefind-filter', 'kind[data-kind], category[data-category]');
  }
  body.querySelector('h1')?.setAttribute('data-pagefind-weight', '8');
  if (article?.language === 'ja') partWords(body, new Intl.Segmenter('ja', { granularity: 'word' }));
  return root.toString();
}

function partWords(element: HTMLElement, segmenter: Intl.Segmenter): void {
  for (const node of element.childNodes) {
    if (node.nodeType === NodeType.TEXT_NODE) {
      const text = node as TextNode;
      text.rawText = [...segmenter.segment(text.rawText)].map(({ segment }) => segment).join(wordJoin);
    } else {
      partWords(node as HTMLElement, segmenter);
    }
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
