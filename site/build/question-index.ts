import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { parse as parseHtml } from 'node-html-parser';
import { parse as parseYaml } from 'yaml';
import type { IndexedPage, WholeIndexFile } from '../../components/search/core/question-index.ts';
import { type ArticleSummary, type Portal, synonymsSchema } from '../../content/schema.ts';
import { shardsOf } from './question-shards.ts';
import { readingsOf } from './readings.ts';

/** Compressed bytes of an index that every reader may be asked to load. */
const largestWhole = 30_000;

const compress = promisify(brotliCompress);

/** Writes `<site>/search/<language>.json`: the small index that finds by likeness and gives the first answer. */
export async function writeQuestionIndex(
  root: string,
  siteFolder: string,
  portal: Portal,
  articles: readonly ArticleSummary[],
  fragments: ReadonlyMap<string, string>,
): Promise<void> {
  const synonyms = synonymsSchema.parse(parseYaml(await readFile(join(root, 'content/synonyms.yaml'), 'utf8')));
  await mkdir(join(siteFolder, 'search'), { recursive: true });
  for (const language of portal.languages) {
    const own = articles.filter((article) => article.language === language);
    const pages = await Promise.all(own.map((article) => indexedPage(siteFolder, article, fragments)));
    const whole: WholeIndexFile = {
      version: 2,
      language,
      pages,
      readings: language === 'ja' ? await readingsOf(pages.flatMap(textsOf)) : {},
      synonyms: synonyms[language],
      categories: portal.categories
        .filter(({ slug }) => own.some(({ category }) => category === slug))
        .map(({ slug, name }) => ({ slug, name: name[language] })),
    };
    await write(join(siteFolder, 'search'), whole);
  }
}

/** One file while that is small; parts of it, of which a query needs a few, when it is not. */
async function write(folder: string, whole: WholeIndexFile): Promise<void> {
  const path = join(folder, `${whole.language}.json`);
  const text = JSON.stringify(whole);
  if (await isSmall(text)) return writeFile(path, text);
  const { first, files } = shardsOf(whole);
  await mkdir(join(folder, first.folder));
  for (const [name, file] of files) await writeFile(join(folder, name), JSON.stringify(file));
  return writeFile(path, JSON.stringify(first));
}

async function isSmall(text: string): Promise<boolean> {
  // No text is compressed to a twentieth: then it need not be tried.
  return text.length < largestWhole * 20 && (await compress(text)).length <= largestWhole;
}

async function indexedPage(
  siteFolder: string,
  article: ArticleSummary,
  fragments: ReadonlyMap<string, string>,
): Promise<IndexedPage> {
  const { url, kind, category, title, answer, asked } = article;
  const page = parseHtml(await readFile(join(siteFolder, url, 'index.html'), 'utf8'));
  const headings = page
    .querySelectorAll('.prose :is(h2, h3)')
    .map((heading): [string, string] => [heading.textContent.trim(), heading.id.replace(/-title$/, '')]);
  const fragment = fragments.get(url);
  if (!fragment) throw new Error(`Pagefind did not index ${url}`);
  return { url, fragment, kind, category, title, answer, asked, headings };
}

function textsOf({ title, answer, asked, headings }: IndexedPage): string[] {
  return [title, answer, ...asked, ...headings.map(([text]) => text)];
}
