import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { portalSchema } from '../../../content/schema/portal.ts';
import type { ArticleSummary } from '../../../content/schema/snapshot.ts';
import { DerivingThread } from '../../../site/build/deriving-thread.ts';

const root = join(import.meta.dirname, '../../..');

const article: ArticleSummary = {
  language: 'en',
  kind: 'faq',
  slug: 'laces',
  url: '/en/faq/laces/',
  title: 'Which laces fit?',
  answer: 'Those of 120 cm.',
  category: 'returns',
  rank: 1,
  asked: ['how long'],
};

const html = `<html lang="en"><head><link rel="canonical" href="https://help.aruku.example${article.url}"></head>
<body><article class="article" data-pagefind-body><h1>${article.title}</h1><p>${article.answer}</p></article></body></html>`;

/** A thread that derives from one article, and the site's folder. */
async function start() {
  const siteFolder = await mkdtemp(join(tmpdir(), 'madoguchi-derived-'));
  const portal = portalSchema.parse(parse(await readFile(join(root, 'content/portal.yaml'), 'utf8')));
  const thread = new DerivingThread({ root, siteFolder, portal, articles: [article], posts: [] });
  onTestFinished(async () => {
    await thread.stop();
    await rm(siteFolder, { recursive: true });
  });
  return { siteFolder, thread };
}

describe('what is derived from the page of an article', () => {
  it('is the same text as Markdown, and its entries in both search indexes', async () => {
    const { siteFolder, thread } = await start();
    thread.add({ url: article.url, html });
    await thread.finish();
    const twin = await readFile(join(siteFolder, article.url, 'index.md'), 'utf8');
    expect(twin).toMatch(/^# Which laces fit\?\n\nThose of 120 cm\./);
    expect(await readFile(join(siteFolder, 'search/en.json'), 'utf8')).toContain('Which laces fit?');
    expect(await readdir(join(siteFolder, 'pagefind/fragment'))).toHaveLength(1);
  });

  it('is said to be missing when the page has not come', async () => {
    const { thread } = await start();
    await expect(thread.finish()).rejects.toThrow('/en/faq/laces/ was not built');
  });

  it('cannot be made of a page without an article: the error comes out of the thread, also when it came long before', async () => {
    const { siteFolder, thread } = await start();
    thread.add({ url: article.url, html: '<html><body>Nothing</body></html>' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    await expect(thread.finish()).rejects.toThrow('without an article');
    expect(await readdir(siteFolder)).not.toContain('search');
  });

  it('is made no more once the thread is stopped', async () => {
    const { siteFolder, thread } = await start();
    await thread.stop();
    thread.add({ url: article.url, html });
    await thread.finish();
    expect(await readdir(siteFolder)).toEqual([]);
  });
});
