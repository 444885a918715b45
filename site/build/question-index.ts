import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { parse as parseYaml } from 'yaml';
import type { IndexedPage, WholeIndexFile } from '../../components/search/core/question-index.ts';
import type { Portal } from '../../content/schema/portal.ts';
import { synonymsSchema } from '../../content/schema/synonyms.ts';
import type { IndexedText } from './built-pages.ts';
import { keptReadings } from './kept-readings.ts';
import { shardsOf } from './question-shards.ts';

/** Compressed bytes of an index that every reader may be asked to load. */
const largestWhole = 30_000;
/** Characters of it, which a phone has to take apart. */
const longestWhole = 240_000;

const compress = promisify(brotliCompress);

/** Writes `<site>/search/<language>.json`: the small index that finds by likeness and gives the first answer. */
export async function writeQuestionIndex(
  root: string,
  siteFolder: string,
  portal: Portal,
  pages: readonly IndexedText[],
  fragments: Promise<ReadonlyMap<string, string>>,
): Promise<void> {
  const synonyms = synonymsSchema.parse(parseYaml(await readFile(join(root, 'content/synonyms.yaml'), 'utf8')));
  await mkdir(join(siteFolder, 'search'), { recursive: true });
  // While Pagefind is at work.
  const readings = await keptReadings(root, pages.filter(({ article }) => article.language === 'ja').flatMap(textsOf));
  const names = await fragments;
  for (const language of portal.languages) {
    const own = pages.filter(({ article }) => article.language === language);
    await write(join(siteFolder, 'search'), {
      version: 2,
      language,
      pages: own.map((page) => indexedPage(page, names)),
      readings: language === 'ja' ? readings : {},
      synonyms: synonyms[language],
      categories: portal.categories
        .filter(({ slug }) => own.some(({ article }) => article.category === slug))
        .map(({ slug, name }) => ({ slug, name: name[language] })),
    });
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
  return text.length <= longestWhole && (await compress(text)).length <= largestWhole;
}

function indexedPage({ article, headings }: IndexedText, fragments: ReadonlyMap<string, string>): IndexedPage {
  const { url, kind, category, title, answer, asked } = article;
  const fragment = fragments.get(url);
  if (!fragment) throw new Error(`Pagefind did not index ${url}`);
  return { url, fragment, kind, category, title, answer, asked, headings };
}

function textsOf({ article: { title, answer, asked }, headings }: IndexedText): string[] {
  return [title, answer, ...asked, ...headings.map(([text]) => text)];
}
