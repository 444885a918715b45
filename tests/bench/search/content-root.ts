import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import type { ArticleKind } from '../../../content/schema/kinds.ts';
import type { Language } from '../../../content/schema/languages.ts';
import type { Portal } from '../../../content/schema/portal.ts';

const product = join(import.meta.dirname, '../../..');
/** What a portal is made of, beside its articles. */
const parts = [
  'site',
  'components',
  'api',
  'content/schema',
  'content/calendar.ts',
  'content/exceptions.ts',
  'content/holidays.ts',
  'content/media',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
];

export interface RootArticle {
  kind: ArticleKind;
  language: Language;
  slug: string;
  title: string;
  answer: string;
  asked: string[];
  /** Plain MDX. */
  body: string;
}

/**
 * Makes a folder that builds and runs as the project does, with these articles for content and no synonyms; its
 * languages are those the articles are in. What was built there before stays.
 */
export async function makeContentRoot(folder: string, articles: readonly RootArticle[]): Promise<void> {
  for (const part of ['site', 'components', 'api', 'content']) {
    await rm(join(folder, part), { recursive: true, force: true });
  }
  for (const part of parts) await cp(join(product, part), join(folder, part), { recursive: true });
  await linkPackages(folder);
  const categories = await writeSettings(folder, [...new Set(articles.map(({ language }) => language))]);
  await allowNothingAsked(join(folder, 'content/schema/articles.ts'));
  for (const [index, article] of articles.entries()) {
    await writeArticle(folder, article, categories[index % categories.length] ?? '');
  }
}

/** A folder of links instead of one link: whatever a build caches there is then its own. */
async function linkPackages(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(modules, { recursive: true });
  const linked = await readdir(modules);
  for (const name of await readdir(join(product, 'node_modules'))) {
    if (name.startsWith('.') || linked.includes(name)) continue;
    await symlink(join(product, 'node_modules', name), join(modules, name));
  }
}

/** The product's own settings in other languages. Gives back the slugs of its categories. */
async function writeSettings(folder: string, languages: readonly Language[]): Promise<string[]> {
  const text = await readFile(join(product, 'content/portal.yaml'), 'utf8');
  const settings = parseDocument(text);
  settings.set('languages', languages);
  await writeFile(join(folder, 'content/portal.yaml'), settings.toString());
  await writeFile(join(folder, 'content/synonyms.yaml'), 'ja: {}\nen: {}\n');
  return (parse(text) as Portal).categories.map(({ slug }) => slug);
}

/** The corpus lists no questions that customers asked, and made-up ones would be no measure. */
async function allowNothingAsked(schemaFile: string): Promise<void> {
  const rule = '.min(2).max(120))\n    .min(5)';
  const schema = await readFile(schemaFile, 'utf8');
  if (!schema.includes(rule)) throw new Error('content/schema/articles.ts no longer asks for five entries in `asked`');
  await writeFile(schemaFile, schema.replace(rule, '.min(2).max(120))'));
}

async function writeArticle(folder: string, article: RootArticle, category: string): Promise<void> {
  const { kind, language, slug, title, answer, asked, body } = article;
  const fields = { title, answer, category, asked, reviewed: '2026-11-01', owner: 'customer-care' };
  const front = stringify(kind === 'guides' ? { ...fields, minutes: 10 } : fields);
  const file = join(folder, `content/${kind}/${language}/${slug}.mdx`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `---\n${front}---\n\n${body}\n`);
}
