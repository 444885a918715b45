import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseHtml } from 'node-html-parser';
import { parse as parseYaml } from 'yaml';
import type { IndexedPage, QuestionIndexFile } from '../../components/search/core/question-index.ts';
import { type ArticleSummary, type Language, synonymsSchema } from '../../content/schema.ts';
import { readingsOf } from './readings.ts';

/** Writes `<site>/search/<language>.json`: the small index that finds by likeness and gives the first answer. */
export async function writeQuestionIndex(
  root: string,
  siteFolder: string,
  languages: readonly Language[],
  articles: readonly ArticleSummary[],
): Promise<void> {
  const synonyms = synonymsSchema.parse(parseYaml(await readFile(join(root, 'content/synonyms.yaml'), 'utf8')));
  await mkdir(join(siteFolder, 'search'), { recursive: true });
  for (const language of languages) {
    const own = articles.filter((article) => article.language === language);
    const pages = await Promise.all(own.map((article) => indexedPage(siteFolder, article)));
    const file: QuestionIndexFile = {
      version: 1,
      language,
      pages,
      readings: language === 'ja' ? await readingsOf(pages.flatMap(textsOf)) : {},
      synonyms: synonyms[language],
    };
    await writeFile(join(siteFolder, 'search', `${language}.json`), JSON.stringify(file));
  }
}

async function indexedPage(siteFolder: string, article: ArticleSummary): Promise<IndexedPage> {
  const { url, kind, category, title, answer, asked } = article;
  const page = parseHtml(await readFile(join(siteFolder, url, 'index.html'), 'utf8'));
  const headings = page
    .querySelectorAll('.prose :is(h2, h3)')
    .map((heading): [string, string] => [heading.textContent.trim(), heading.id.replace(/-title$/, '')]);
  return { url, kind, category, title, answer, asked, headings };
}

function textsOf({ title, answer, asked, headings }: IndexedPage): string[] {
  return [title, answer, ...asked, ...headings.map(([text]) => text)];
}
