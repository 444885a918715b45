import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../../content/schema/languages.ts';
import type { RootArticle } from './content-root.ts';
import { plainMdx } from './plain-mdx.ts';

/** Lengths that the content's schema asks for. */
const titleLength = { least: 3, most: 90 };
const answerLength = { least: 10, most: 220 };

/**
 * The documentation pages of a language as articles, in the order of their paths: the page's description (or its first
 * sentence) is the short answer, nothing is listed as asked, categories take turns.
 */
export async function corpusArticles(archive: string, language: Language): Promise<RootArticle[]> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-corpus-'));
  const unpacking = spawn('tar', ['-xzf', archive, '-C', folder, language], { stdio: 'inherit' });
  const [code] = (await once(unpacking, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${archive} cannot be unpacked`);
  const paths: string[] = [];
  for await (const path of glob('**/*.mdx', { cwd: join(folder, language) })) paths.push(path);
  const taken = new Set<string>();
  const articles: RootArticle[] = [];
  for (const path of paths.sort()) {
    const article = asArticle(path, await readFile(join(folder, language, path), 'utf8'), language, taken);
    taken.add(article.slug);
    articles.push(article);
  }
  await rm(folder, { recursive: true, force: true });
  return articles;
}

/** So many articles: beyond the corpus's size the same texts again, with numbered titles and addresses. */
export function padded(articles: readonly RootArticle[], count: number): RootArticle[] {
  const copies = Array.from({ length: Math.ceil(count / articles.length) }, (_, round) =>
    articles.map((article): RootArticle => {
      if (round === 0) return article;
      const mark = article.language === 'ja' ? `（第${round + 1}版）` : ` (edition ${round + 1})`;
      const title = `${cut(article.title, titleLength.most - mark.length)}${mark}`;
      return { ...article, title, slug: `${article.slug}-edition-${round + 1}` };
    }),
  );
  return copies.flat().slice(0, count);
}

/** So many articles, half Japanese and half English, each there in both languages. */
export async function articlesInBoth(archive: string, count: number): Promise<RootArticle[]> {
  const [japanese, english] = [await corpusArticles(archive, 'ja'), await corpusArticles(archive, 'en')];
  const translations = new Map(english.map((article) => [`${article.kind}/${article.slug}`, article]));
  const pairs = japanese.flatMap((article) => {
    const translation = translations.get(`${article.kind}/${article.slug}`);
    return translation ? [{ article, translation }] : [];
  });
  return [
    ...padded(
      pairs.map(({ article }) => article),
      count / 2,
    ),
    ...padded(
      pairs.map(({ translation }) => translation),
      count / 2,
    ),
  ];
}

function asArticle(path: string, text: string, language: Language, taken: ReadonlySet<string>): RootArticle {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const { title, description } = parse(front) as { title: string; description?: string };
  const plain = plainMdx(body);
  const answer = (description ?? firstSentence(plain)).trim();
  return {
    kind: /^(guides|recipes|tutorial)\//.test(path) ? 'guides' : 'faq',
    language,
    slug: slugOf(path, taken),
    title: cut(title.length < titleLength.least ? `${title} (Astro)` : title, titleLength.most),
    answer: cut(answer.length < answerLength.least ? `${title} ${answer} (Astro)` : answer, answerLength.most),
    asked: [],
    body: plain,
  };
}

/** The last part of the path that says anything, with those before it where another page has it already. */
function slugOf(path: string, taken: ReadonlySet<string>): string {
  const parts = path
    .replace(/(\/index)?\.mdx$/, '')
    .split('/')
    .map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'));
  for (let from = parts.length - 1; from >= 0; from -= 1) {
    const slug = parts.slice(from).join('-');
    if (!taken.has(slug)) return slug;
  }
  throw new Error(`Two pages of the corpus are called ${path}`);
}

function firstSentence(plain: string): string {
  const paragraph = plain.split(/\n{2,}/).find((text) => /^[\p{L}>*`]/u.test(text.trim()) && !/^\s*```/.test(text));
  const text = (paragraph ?? '').replaceAll(/[>*`\\]|\s+/g, (sign) => (sign.trim() ? '' : ' '));
  return /^.*?(?:[.!?](?=\s)|[。！？]|$)/u.exec(text.trim())?.[0] ?? '';
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
