import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import type { ExpiringPage } from '../../content/schema/snapshot.ts';
import { markdownOf } from './markdown.ts';

/** Beside each page that says that another has ended, the same as Markdown. */
export async function writeEndedTwins(siteFolder: string, pages: readonly ExpiringPage[]): Promise<void> {
  for (const { afterwards } of pages) {
    const folder = join(siteFolder, afterwards);
    const article = parse(await readFile(join(folder, 'index.html'), 'utf8')).querySelector('.ended');
    if (!article) throw new Error(`${afterwards} does not say that a page has ended`);
    await writeFile(join(folder, 'index.md'), `${markdownOf(article, article.getAttribute('data-address') ?? '')}\n`);
  }
}

/** The article of a built page as Markdown, with the address of the page and the day it was last checked. Changes the tree. */
export function twinOf(page: HTMLElement): string {
  const article = page.querySelector('.article');
  const url = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (!article || !url) throw new Error('A page without an article or without its address has no twin');
  const reviewed = article.querySelector('.reviewed');
  const checked = reviewed?.textContent.replace(/\s+/g, ' ').trim();
  reviewed?.remove();
  return `${markdownOf(article, url)}\n\n---\n\n${checked ? `${checked}  \n` : ''}<${url}>\n`;
}
