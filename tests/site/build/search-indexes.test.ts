import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse as parseHtml } from 'node-html-parser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { openQuestions } from '../../../components/search/core/questions.ts';
import type { QuestionIndexFile } from '../../../components/search/core/question-index.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { portalSchema } from '../../../content/schema/portal.ts';
import type { PostSummary } from '../../../content/schema/posts.ts';
import type { ArticleSummary } from '../../../content/schema/snapshot.ts';
import { type Indexed, SearchIndexes } from '../../../site/build/search-indexes.ts';

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

const pageOf = (title: string) =>
  `<article data-pagefind-body><h1>${title}</h1><div class="prose"><h2 id="more-title">About ${title}</h2></div></article>`;

/** Writes the indexes of built pages into a folder. */
async function index(folder: string, built: ReadonlyMap<string, string>, indexed: Indexed): Promise<void> {
  const portal = portalSchema.parse(parse(await readFile(join(root, 'content/portal.yaml'), 'utf8')));
  const indexes = await SearchIndexes.open({ root, siteFolder: folder, portal }, indexed);
  try {
    for (const [url, html] of built) await indexes.add(url, parseHtml(`<html><body>${html}</body></html>`));
    await indexes.write();
  } finally {
    await indexes.close();
  }
}

/** The indexes of a site with these articles. */
async function indexed(
  articles: readonly ArticleSummary[],
  posts: readonly { post: PostSummary; text: string }[] = [],
) {
  const folder = await mkdtemp(join(tmpdir(), 'search-indexes-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const built = new Map(articles.map(({ url, title }) => [url, pageOf(title)]));
  for (const { post, text } of posts) built.set(post.url, `<article data-pagefind-body>${text}</article>`);
  await index(folder, built, { articles, posts: posts.map(({ post }) => post) });
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

  it('list articles in their order, in whatever order they are built', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'search-indexes-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const built = new Map(few.toReversed().map(({ url, title }) => [url, pageOf(title)]));
    await index(folder, built, { articles: few, posts: [] });
    const file = JSON.parse(await readFile(join(folder, 'search/ja.json'), 'utf8')) as { pages: { url: string }[] };
    expect(file.pages.map(({ url }) => url)).toEqual(['/ja/guides/page-1/', '/ja/guides/page-2/']);
  });

  it.for<[what: string, built: [url: string, html: string][], message: string]>([
    ['a page without a text', [['/ja/guides/page-9/', 'no article']], '/ja/guides/page-9/ has no text to index'],
    ['a page that is listed and was not built', [], '/ja/guides/page-9/ was not built'],
    ['a page that is not listed', [['/ja/guides/page-8/', pageOf('迷子')]], '/ja/guides/page-8/ is no article'],
  ])('are not made of %s', async ([, built, message]) => {
    const folder = await mkdtemp(join(tmpdir(), 'search-indexes-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const made = index(folder, new Map(built), { articles: [article('ja', 9, '迷子')], posts: [] });
    await expect(made).rejects.toThrow(message);
  });
});
