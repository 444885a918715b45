import { copyFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '../../content/schema/languages.ts';
import { editionOf, type WrittenArticle } from './edition.ts';

/** A booklet is of one language: all of it, or one category. */
export interface BookletName {
  language: Language;
  /** The slug of a category; `null` is the whole language. */
  category: string | null;
}

/** A printed booklet, as `booklets.json` lists it. */
export interface Booklet extends BookletName {
  file: string;
  pages: number;
  bytes: number;
  /** What was written when it was printed (`edition.ts`). */
  edition: string;
  /** The day it was printed, `YYYY-MM-DD`. */
  printed: string;
}

/** An article as far as it matters here. */
export interface BookletArticle extends WrittenArticle {
  category: string;
}

/** Where booklets lie until a build takes them along. */
export const bookletsFolder = (distDir: string): string => join(distDir, 'print');
/** The list of what is printed. A build with another list is another build. */
export const bookletsList = (distDir: string): string => join(bookletsFolder(distDir), 'booklets.json');

/** The name of its file, which is also what it is saved as: `help-returns-ja.pdf`. */
export function bookletFile({ language, category }: BookletName): string {
  return ['help', ...(category ? [category] : []), language].join('-').concat('.pdf');
}

/** The articles that belong into a booklet. */
export function articlesOf<T extends BookletArticle>(articles: readonly T[], { language, category }: BookletName): T[] {
  return articles.filter(
    (article) => article.language === language && (category === null || article.category === category),
  );
}

/** The booklets that say what the articles say now, or that one of them. One older than its articles is left out. */
export async function currentBooklets(
  root: string,
  distDir: string,
  articles: readonly BookletArticle[],
  only?: BookletName,
): Promise<Booklet[]> {
  const booklets = (await readBooklets(distDir)).filter(({ file }) => !only || file === bookletFile(only));
  const checked = await Promise.all(
    booklets.map(async (booklet) => {
      const found = await stat(join(bookletsFolder(distDir), booklet.file)).catch(() => null);
      if (found?.size !== booklet.bytes) return null;
      return (await editionOf(root, articlesOf(articles, booklet))) === booklet.edition ? booklet : null;
    }),
  );
  return checked.filter((booklet) => booklet !== null);
}

/** Takes the current booklets along into a site that is being built, where `/print/` serves them. */
export async function takeBookletsAlong(
  root: string,
  distDir: string,
  siteFolder: string,
  articles: readonly BookletArticle[],
): Promise<void> {
  const booklets = await currentBooklets(root, distDir, articles);
  if (booklets.length > 0) await mkdir(join(siteFolder, 'print'), { recursive: true });
  for (const { file } of booklets) {
    await copyFile(join(bookletsFolder(distDir), file), join(siteFolder, 'print', file));
  }
}

/** Writes down what was printed; what was not printed this time stays listed as it was. */
export async function listBooklets(distDir: string, printed: readonly Booklet[]): Promise<void> {
  const renewed = new Set(printed.map(({ file }) => file));
  const kept = (await readBooklets(distDir)).filter(({ file }) => !renewed.has(file));
  const booklets = [...kept, ...printed].sort((one, other) => one.file.localeCompare(other.file));
  const list = bookletsList(distDir);
  await writeFile(`${list}.${process.pid}`, `${JSON.stringify({ booklets }, null, 2)}\n`);
  await rename(`${list}.${process.pid}`, list);
}

async function readBooklets(distDir: string): Promise<Booklet[]> {
  const text = await readFile(bookletsList(distDir), 'utf8').catch(() => '');
  if (!text) return [];
  const { booklets } = JSON.parse(text) as { booklets: Booklet[] };
  // A language may have gone since.
  return booklets.filter(({ language }) => languages.includes(language));
}
