import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { openQuestions } from '../../../components/search/core/questions.ts';
import type { QuestionIndexFile } from '../../../components/search/core/question-index.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { portalSchema } from '../../../content/schema/portal.ts';
import type { PostSummary } from '../../../content/schema/posts.ts';
import type { ArticleSummary } from '../../../content/schema/snapshot.ts';
import { writeSearchIndexes } from '../../../site/build/search-indexes.ts';

const root = join(import.meta.dirname, '../../..');

function article(language: Language, number: number, title: string): ArticleSummary {
  return {
    language,
    kind: 'guides',
    slug: `page-${number}`,
    url: `/${language}/guides/page-${number}/`,
    title,
    answer: language === 'ja' ? `${title}のことは、店でお答えします。` : `Ask in the shop about ${title}.`,
    category: 'returns',
    rank: 1,
    asked: [language === 'ja' ? `${title}を知りたい、Q&A <一覧>` : `tell me about ${title} & <friends>`],
  };
}

/** A built site with these articles, and its indexes. */
async function indexed(
  articles: readonly ArticleSummary[],
  posts: readonly { post: PostSummary; text: string }[] = [],
) {
  const folder = await mkdtemp(join(tmpdir(), 'search-indexes-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const { url, language, title } of articles) {
    await mkdir(join(folder, url), { recursive: true });
    const text = `<article data-pagefind-body><h1>${title}</h1><div class="prose"><h2 id="more-title">About ${title}</h2></div></article>`;
    await writeFile(join(folder, url, 'index.html'), `<html lang="${language}"><body>${text}</body></html>`);
  }
  for (const { post, text } of posts) {
    await mkdir(join(folder, post.url), { recursive: true });
    const html = `<html lang="${post.language}"><body><article data-pagefind-body>${text}</article></body></html>`;
    await writeFile(join(folder, post.url, 'index.html'), html);
  }
  const portal = portalSchema.parse(parse(await readFile(join(root, 'content/portal.yaml'), 'utf8')));
  const published = posts.map(({ post }) => post);
  await writeSearchIndexes(root, folder, portal, articles, published);
  const load = async (path: string) => JSON.parse(await readFile(join(folder, 'search', path), 'utf8')) as unknown;
  return { folder, load };
}

interface IndexedText {
  url: string;
  filters: unknown;
  content: string;
  anchors: { element: string; id: string }[];
}

async function fragmentsIn(folder: string): Promise<Map<string, IndexedText>> {
  const names = await readdir(join(folder, 'pagefind/fragment'));
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const text = gunzipSync(await readFile(join(folder, 'pagefind/fragment', name))).toString();
        const data = JSON.parse(text.slice(text.indexOf('{'))) as IndexedText;
        return [name.replace('.pf_fragment', ''), data] as const;
      }),
    ),
  );
}

const few = [article('ja', 1, '返品の条件'), article('ja', 2, '送料'), article('en', 1, 'Returns')];
const many = Array.from({ length: 900 }, (_, number) =>
  article(
    'en',
    number,
    `subject ${number.toString(36)} ${(number * 7919).toString(36)} ${(number * 104_729).toString(36)}`,
  ),
);

describe('the search indexes of a built site', () => {
  it('know each page by the same name, its kind and its category', async () => {
    const { folder, load } = await indexed(few);
    const fragments = await fragmentsIn(folder);
    expect(fragments.size).toBe(3);
    for (const { filters } of fragments.values()) expect(filters).toEqual({ kind: ['guides'], category: ['returns'] });
    const file = (await load('ja.json')) as QuestionIndexFile;
    const pages = 'pages' in file ? file.pages : [];
    expect(pages.map(({ fragment }) => fragments.get(fragment)?.url)).toEqual(pages.map(({ url }) => url));
    expect(pages.map(({ headings }) => headings)).toEqual([[['About 返品の条件', 'more']], [['About 送料', 'more']]]);
    expect(file.categories.map(({ slug }) => slug)).toEqual(['returns']);
  });

  it('know a post by its text alone, lighter than an article, and each second at which something is said as a place', async () => {
    const post: PostSummary = {
      language: 'en',
      slug: 'walk',
      url: '/en/posts/walk/',
      title: 'A walk',
      summary: 'Through leaves',
      published: '2026-10-20',
      category: undefined,
      updated: undefined,
      asked: ['stroll'],
      authors: ['emma'],
      tags: ['walks'],
    };
    const film = `<details class="video-transcript"><ol><li id="t=4.5" data-cue><a>0:04</a> <span>Pull the purple lace.</span></li></ol></details>`;
    const { folder, load } = await indexed(few, [{ post, text: `<h1>A walk</h1>${film}<h2 id="after">After</h2>` }]);
    const fragment = [...(await fragmentsIn(folder)).values()].find(({ url }) => url === post.url);
    expect(fragment?.filters).toEqual({ kind: ['posts'] });
    expect(fragment?.content).toMatch(/After.*stroll.*0:04.*Pull the purple lace/);
    expect(fragment?.anchors).toContainEqual(expect.objectContaining({ element: 'h6', id: 't=4.5' }));
    const file = (await load('en.json')) as QuestionIndexFile;
    expect(JSON.stringify(file)).not.toContain('/en/posts/');
  });

  it('hold how customers put it as text, whatever they wrote', async () => {
    const { folder } = await indexed(few);
    const english = [...(await fragmentsIn(folder)).values()].find(({ url }) => url.startsWith('/en/'));
    expect(english?.content).toContain('tell me about Returns & <friends>');
    const japanese = [...(await fragmentsIn(folder)).values()].find(({ url }) => url.startsWith('/ja/'));
    expect(japanese?.content.replaceAll('\u200b', '')).toContain('を知りたい、Q&A<一覧>');
  });

  it('are one file of a small language, and shards of a large one; both find', async () => {
    const { folder, load } = await indexed([...few, ...many]);
    const japanese = (await load('ja.json')) as QuestionIndexFile;
    const english = (await load('en.json')) as QuestionIndexFile;
    expect('pages' in japanese).toBe(true);
    expect('pages' in english).toBe(false);
    const folders = (await readdir(join(folder, 'search'), { withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders).toHaveLength(1);
    expect(folders[0]?.name).toMatch(/^en-[0-9a-f]{10}$/);
    const [found] = await openQuestions(english, load).find(many[417]?.title ?? '');
    expect(found?.page.url).toBe('/en/guides/page-417/');
    expect((await openQuestions(japanese, load).find('へんぴん'))[0]?.page.url).toBe('/ja/guides/page-1/');
  });

  it('are not made of a page without a text', async () => {
    const lost = article('ja', 9, '迷子');
    const folder = await mkdtemp(join(tmpdir(), 'search-indexes-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, lost.url), { recursive: true });
    await writeFile(join(folder, lost.url, 'index.html'), '<html lang="ja"><body>no article</body></html>');
    const portal = portalSchema.parse(parse(await readFile(join(root, 'content/portal.yaml'), 'utf8')));
    await expect(writeSearchIndexes(root, folder, portal, [lost])).rejects.toThrow('/ja/guides/page-9/ has no text');
  });
});
