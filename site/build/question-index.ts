import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseHtml } from 'node-html-parser';
import { parse as parseYaml } from 'yaml';
import type { IndexedPage, QuestionIndexFile } from '../../components/search/core/question-index.ts';
import { type ArticleSummary, type Portal, synonymsSchema } from '../../content/schema.ts';
import { readingsOf } from './readings.ts';

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
    const file: QuestionIndexFile = {
      version: 1,
      language,
      pages,
      readings: language === 'ja' ? await readingsOf(pages.flatMap(textsOf)) : {},
      synonyms: synonyms[language],
      categories: portal.categories
        .filter(({ slug }) => own.some(({ category }) => category === slug))
        .map(({ slug, name }) => ({ slug, name: name[language] })),
    };
    await writeFile(join(siteFolder, 'search', `${language}.json`), JSON.stringify(file));
  }
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
