import { describe, expect, it } from 'vitest';
import { page, put } from '../../support/content-tree.ts';
import { checkPosts, post, translated } from '../../support/post-tree.ts';

interface Mistake {
  what: string;
  instead: string;
  write: string;
  line: number;
  says: string;
  example: string;
}

const mistakes: Mistake[] = [
  {
    what: 'an unknown author',
    instead: 'authors: [emma]',
    write: 'authors: [emily]',
    line: 5,
    says: 'authors: expected one of emma; got "emily"',
    example: 'authors: [emma]',
  },
  {
    what: 'a tag that is not listed',
    instead: 'tags: [walks]',
    write: 'tags: [walks, hikes]',
    line: 6,
    says: 'tags: expected one of walks; got "hikes"',
    example: 'tags: [walks]',
  },
  {
    what: 'a category there is not',
    instead: 'category: returns',
    write: 'category: shoes',
    line: 7,
    says: 'category: expected one of returns; got "shoes"',
    example: 'category: returns',
  },
  {
    what: 'nobody who wrote it',
    instead: 'authors: [emma]',
    write: 'authors: []',
    line: 5,
    says: 'authors: expected at least 1 entries; got []',
    example: 'authors: ["ichika-kobayashi"]',
  },
  {
    what: 'a day that does not exist',
    instead: '2026-10-20',
    write: '2026-02-30',
    line: 4,
    says: 'published: expected a day that exists',
    example: 'published: "2026-11-01"',
  },
  {
    what: 'a change before it was published',
    instead: 'category: returns',
    write: 'updated: 2026-10-19',
    line: 7,
    says: 'updated: expected the day of `published` (2026-10-20), or a later one',
    example: 'updated: 2026-10-20',
  },
  {
    what: 'a related article there is not',
    instead: '[exchange-size]',
    write: '[exchange-sise]',
    line: 8,
    says: 'related: there is no page "exchange-sise"',
    example: 'related: [exchange-size]',
  },
  {
    what: 'a link to a tag without posts',
    instead: '/en/posts/tags/walks/',
    write: '/en/posts/tags/runs/',
    line: 11,
    says: '/en/posts/tags/runs/ leads nowhere',
    example: '/en/posts/tags/walks/',
  },
  {
    what: 'a part for some readers only',
    instead: '[walks](/en/posts/tags/walks/)',
    write: '<For platform="iphone">walks</For>',
    line: 11,
    says: 'a post is the same for all of its readers',
    example: 'a link to the article that tells them apart',
  },
  {
    what: 'the wrong language as its only one',
    instead: 'category: returns',
    write: 'onlyIn: ja',
    line: 7,
    says: 'lies in the folder of en, and says that it is in ja only',
    example: 'onlyIn: en',
  },
];

describe('a post', () => {
  it('with everything in its place has no findings, and is told of', async () => {
    const { findings, posts } = await checkPosts();
    expect(findings).toEqual([]);
    expect(posts.map(({ url }) => url).sort()).toEqual(['/en/posts/autumn-walk/', '/ja/posts/autumn-walk/']);
  });

  it.for(mistakes)(
    'with $what is named with its line and a remedy',
    async ({ instead, write, line, says, example }) => {
      const { findings } = await checkPosts({ [post]: put(write, instead) });
      const found = findings.find(({ file, reason }) => file === post && reason.includes(says));
      expect(found, JSON.stringify(findings)).toMatchObject({ line });
      expect(found?.example).toContain(example);
    },
  );

  it('is in both languages, or says that it is not', async () => {
    const missing = await checkPosts({ [translated]: null });
    expect(missing.findings).toEqual([
      {
        file: post,
        line: 1,
        reason: 'Its translation content/posts/ja/autumn-walk.mdx is missing.',
        example: 'onlyIn: en if there is to be none',
      },
    ]);
    const said = await checkPosts({ [translated]: null, [post]: put('onlyIn: en', 'category: returns') });
    expect(said.findings).toEqual([]);
    const both = await checkPosts({ [post]: put('onlyIn: en', 'category: returns') });
    expect(both.findings).toMatchObject([{ file: post, line: 7, example: 'leave out onlyIn' }]);
  });

  it('lies in the folder of its language', async () => {
    const { findings } = await checkPosts({ 'content/posts/notes.txt': 'a note' });
    expect(findings).toEqual([expect.objectContaining({ file: 'content/posts/notes.txt', line: 1 })]);
    expect(findings[0]?.example).toBe('content/posts/en/autumn-walk.mdx');
  });

  it('wants its authors and tags to be said somewhere', async () => {
    const { findings } = await checkPosts({ 'content/journal.yaml': null });
    expect(findings).toMatchObject([{ file: 'content/journal.yaml', line: 1 }]);
  });

  it('is named in both languages by its authors and tags', async () => {
    const { findings } = await checkPosts({
      'content/journal.yaml': put('en: Walking }\n  runs: { ja: 走る', 'en: Walks'),
    });
    expect(findings).toContainEqual(expect.objectContaining({ file: 'content/journal.yaml', line: 6 }));
  });

  it('keeps its former address, which leads to it', async () => {
    const { findings, redirects } = await checkPosts({
      [post]: put('formerly: [posts/old-walk]', 'category: returns'),
    });
    expect(findings).toEqual([]);
    expect(redirects).toEqual({ '/en/posts/old-walk/': '/en/posts/autumn-walk/' });
  });

  it('that is gone leaves its address to another page', async () => {
    const { findings } = await checkPosts({ 'content/addresses.txt': '/en/posts/spring-walk/\n' });
    expect(findings).toMatchObject([{ file: 'content/addresses.txt', line: 1 }]);
    expect(findings[0]?.example).toContain('formerly: [posts/spring-walk]');
  });
});

const wait = put('published: 2099-01-01', 'published: 2026-10-20');
const linked = (text: string) =>
  wait(text)
    .replace(/^Up the hill.*$/m, '[Before](/en/posts/autumn-walk/)')
    .replace(/^### .*$/m, '');

describe('a post of a day to come', () => {
  it('is checked, and is not told of, nor does anything lead to it', async () => {
    const formerly = (text: string) => wait(put('formerly: [posts/old-walk]', 'category: returns')(text));
    const { findings, posts, redirects, unlisted } = await checkPosts({ [post]: formerly, [translated]: wait });
    expect(findings.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('/en/posts/'),
      expect.stringContaining('/en/posts/tags/walks/'),
      expect.stringContaining('/en/posts/authors/emma/'),
      expect.stringContaining('/ja/posts/'),
    ]);
    expect(posts).toEqual([]);
    expect(redirects).toEqual({});
    expect(unlisted).toContain('/en/posts/autumn-walk/');
  });

  it('is linked to by no page that is there before', async () => {
    const { findings } = await checkPosts({
      [translated]: put('published: 2099-01-01\nonlyIn: ja', 'published: 2026-10-20'),
      [post]: null,
      'content/faq/ja/exchange-size.mdx': put('[散歩](/ja/posts/autumn-walk/)', '[お問い合わせ](/ja/contact/)'),
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        file: 'content/faq/ja/exchange-size.mdx',
        line: 10,
        reason: 'The link /ja/posts/autumn-walk/ leads nowhere until 2099-01-01, when that post is published.',
      }),
    );
  });

  it('may be linked to by another of the same day', async () => {
    const { findings } = await checkPosts({
      [post]: linked,
      [translated]: (text) => wait(text).replace('(/ja/posts/)', '(/ja/contact/)'),
    });
    expect(findings).toEqual([]);
  });

  it('changes nothing for articles', async () => {
    const { articles } = await checkPosts();
    expect(
      articles.some(({ url }) => `content${url.replace('/en/faq/', '/faq/en/').replace(/\/$/, '.mdx')}` === page),
    ).toBe(true);
  });
});
