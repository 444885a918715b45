import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeContentRoot, type RootArticle } from '../search/content-root.ts';
import { astroOf } from './workshop.ts';

/** A generator with the articles as its project. */
export interface Contender {
  name: string;
  folder: string;
  command: [program: string, ...args: string[]];
  /** What a build leaves behind, which the next must not find. */
  left: string[];
}

/** The portal with everything it makes of its articles. */
export async function portal(folder: string, articles: readonly RootArticle[]): Promise<Contender> {
  await makeContentRoot(folder, articles);
  return {
    name: 'this portal, everything',
    folder,
    command: [process.execPath, 'site/build/main.ts'],
    left: ['dist', 'node_modules/.cache', '.astro'],
  };
}

interface PlainOptions {
  name: string;
  extension: 'md' | 'mdx';
  /** Astro colours code unless it is told not to; the portal does not. */
  isCodeColoured: boolean;
}

/** Astro with one layout, ten links, and nothing else. */
export async function plainAstro(
  workshop: string,
  folder: string,
  articles: readonly RootArticle[],
  { name, extension, isCodeColoured }: PlainOptions,
): Promise<Contender> {
  const isMdx = extension === 'mdx';
  await rm(folder, { recursive: true, force: true });
  await writeAll(folder, {
    'astro.config.mjs': `${isMdx ? "import mdx from '@astrojs/mdx';\n" : ''}export default {
  ${isCodeColoured ? '' : 'markdown: { syntaxHighlight: false },'}
  integrations: [${isMdx ? 'mdx()' : ''}],
};\n`,
    'src/content.config.ts': `import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
export const collections = {
  docs: defineCollection({ loader: glob({ base: './content', pattern: '**/*.${extension}' }) }),
};\n`,
    'src/layout.astro': `---
const { title } = Astro.props;
---
<html lang="en"><head><meta charset="utf-8" /><title>{title}</title></head><body>
<nav>{${JSON.stringify(links(articles))}.map(({ label, link }) => <a href={link}>{label}</a>)}</nav>
<main><h1>{title}</h1><slot /></main></body></html>\n`,
    'src/pages/[...id].astro': `---
import { getCollection, render } from 'astro:content';
import Layout from '../layout.astro';
export async function getStaticPaths() {
  return (await getCollection('docs')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<Layout title={entry.data.title}><Content /></Layout>\n`,
    ...asFiles(articles, 'content', extension),
  });
  return {
    name,
    folder,
    command: [process.execPath, astroOf(workshop), 'build'],
    left: ['dist', '.astro', 'node_modules'],
  };
}

/** Starlight with a sidebar of ten links and without its search. */
export async function starlight(
  workshop: string,
  folder: string,
  articles: readonly RootArticle[],
): Promise<Contender> {
  await rm(folder, { recursive: true, force: true });
  await writeAll(folder, {
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
export default {
  markdown: { syntaxHighlight: false },
  integrations: [starlight({
    title: 'Help', pagefind: false, expressiveCode: false, sidebar: ${JSON.stringify(links(articles))},
    defaultLocale: 'en', locales: { en: { label: 'English' }, ja: { label: '日本語' } },
  })],
};\n`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
    ...asFiles(articles, 'src/content/docs', 'mdx'),
  });
  return {
    name: 'Starlight, .mdx, without code colours and search',
    folder,
    command: [process.execPath, astroOf(workshop), 'build'],
    left: ['dist', '.astro', 'node_modules'],
  };
}

function links(articles: readonly RootArticle[]): { label: string; link: string }[] {
  return articles
    .filter(({ language }) => language === 'en')
    .slice(0, 10)
    .map(({ kind, slug, title }) => ({ label: title, link: `/${kind}/${slug}/` }));
}

function asFiles(articles: readonly RootArticle[], folder: string, extension: string): Record<string, string> {
  return Object.fromEntries(
    articles.map(({ language, kind, slug, title, body }) => [
      `${folder}/${language}/${kind}/${slug}.${extension}`,
      `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`,
    ]),
  );
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
