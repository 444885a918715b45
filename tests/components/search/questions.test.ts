import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { IndexedPage, WholeIndexFile } from '../../../components/search/core/question-index.ts';
import { loadQuestions } from '../../../components/search/questions.ts';
import { shardsOf } from '../../../site/build/question-shards.ts';

function indexOf(title: string): WholeIndexFile {
  const page: IndexedPage = {
    url: '/en/faq/page/',
    fragment: 'en_page',
    kind: 'faq',
    category: 'shop',
    title,
    answer: 'We tell you.',
    asked: [],
    headings: [],
  };
  return { version: 2, language: 'en', categories: [], synonyms: {}, pages: [page], readings: {} };
}

/** What `/search/` has, by path. Gives back what was asked for. */
function serve(files: Map<string, unknown>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const path = url.replace('/search/', '');
    return files.has(path) ? Response.json(files.get(path)) : new Response('', { status: 404 });
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return asked;
}

describe('the question index of a page that stays open', () => {
  it('begins anew when a newer build has taken its shards away', async () => {
    const before = shardsOf(indexOf('Old boots'));
    const files = new Map<string, unknown>([['en.json', before.first]]);
    const asked = serve(files);
    const questions = await loadQuestions('en');
    expect(await questions.find('boots')).toEqual([]);

    const after = shardsOf(indexOf('New boots'));
    files.set('en.json', after.first);
    for (const [path, file] of after.files) files.set(path, file);
    // The same page, still open, with what it had loaded.
    expect((await questions.find('boots'))[0]?.page.title).toBe('New boots');
    expect((await (await loadQuestions('en')).find('boots'))[0]?.page.title).toBe('New boots');
    expect(asked.filter((url) => url === '/search/en.json').length).toBeGreaterThan(1);
  });

  it('is asked for once, and again after it could not be had', async () => {
    const asked = serve(new Map());
    await expect(loadQuestions('ja')).rejects.toThrow('There is no ja.json');
    const whole = { ...indexOf('靴'), language: 'ja' };
    serve(new Map([['ja.json', whole]]));
    const [one, other] = await Promise.all([loadQuestions('ja'), loadQuestions('ja')]);
    expect(one).toBe(other);
    expect(asked).toEqual(['/search/ja.json']);
  });
});
