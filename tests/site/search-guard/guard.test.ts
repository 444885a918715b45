import { describe, expect, it } from 'vitest';
import { type Found, QuestionFinder } from '../../../components/search/core/finder.ts';
import type { IndexedPage } from '../../../components/search/core/question-index.ts';
import type { Questions } from '../../../components/search/core/questions.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { readExpectations, unmet } from '../../../site/search-guard/guard.ts';

const file = 'content/search-expectations.tsv';
const example = 'en\twrong size\t/en/faq/wrong-size-delivered/';

function indexOf(language: Language, titles: Record<string, string>) {
  const pages = Object.entries(titles).map(([slug, title]): IndexedPage => ({
    url: `/${language}/faq/${slug}/`,
    fragment: slug,
    kind: 'faq',
    category: 'shop',
    title,
    answer: '',
    asked: [],
    headings: [],
  }));
  const finder = new QuestionFinder({ language, pages, readings: {}, synonyms: {} });
  const questions: Questions = { categories: [], find: async (query): Promise<Found[]> => finder.find(query) };
  return { language, questions, urls: pages.map(({ url }) => url) };
}

const english = indexOf('en', {
  'send-back': 'Return shoes',
  'return-label': 'Return label for shoes',
  'return-date': 'Return date for shoes',
  'return-shop': 'Return shoes in a shop, with friends and family, on a sunny day',
  password: 'Forgotten password',
});
const japanese = indexOf('ja', { password: 'パスワードを忘れた', 'return-policy': '返品の条件' });

/** What these indexes do not meet. */
function unmetBy(indexes: ReturnType<typeof indexOf>[], expectations: ReturnType<typeof expectation>[]) {
  const questions = new Map(indexes.map(({ language, questions: own }) => [language, own]));
  return unmet(file, expectations, questions, new Set(indexes.flatMap(({ urls }) => urls)));
}

const expectation = (query: string, page: string, language: Language = 'en') => ({ line: 7, language, query, page });

describe('the rows of expectations', () => {
  it('are a language, a query and a page each, with their lines', () => {
    const text = '# Queries\n\nen\twrong size\t/en/faq/size/\nja\t返品 したい\t/ja/faq/return-policy/\n';
    expect(readExpectations(file, text)).toEqual({
      expectations: [
        { line: 3, language: 'en', query: 'wrong size', page: '/en/faq/size/' },
        { line: 4, language: 'ja', query: '返品 したい', page: '/ja/faq/return-policy/' },
      ],
      findings: [],
    });
  });

  it('may come from Windows', () => {
    const text = '# Queries\r\nen\tsize\t/en/faq/size/\r\n\r\n';
    expect(readExpectations(file, text)).toEqual({
      expectations: [{ line: 2, language: 'en', query: 'size', page: '/en/faq/size/' }],
      findings: [],
    });
  });

  it('may be none', () => {
    expect(readExpectations(file, '')).toEqual({ expectations: [], findings: [] });
    expect(readExpectations(file, '# en\tsize\t/en/faq/size/\n  \n')).toEqual({ expectations: [], findings: [] });
  });

  it.for([
    { what: 'has spaces for tabs', row: 'en wrong size /en/faq/size/' },
    { what: 'has no page', row: 'en\twrong size' },
    { what: 'has no query', row: 'en\t \t/en/faq/size/' },
    { what: 'has a language nobody speaks here', row: 'fr\ttaille\t/fr/faq/size/' },
    { what: 'has a page in the other language', row: 'en\twrong size\t/ja/faq/size/' },
    { what: 'has a page without its closing slash', row: 'en\twrong size\t/en/faq/size' },
    { what: 'has a page on another site', row: 'en\twrong size\thttps://aruku.example/en/faq/size/' },
    { what: 'has more than it should', row: 'en\twrong size\t/en/faq/size/\tand more' },
  ])('are found where one $what', ({ row }) => {
    const { expectations, findings } = readExpectations(file, `# Queries\n${row}\nen\tsize\t/en/faq/size/\n`);
    expect(findings).toEqual([{ file, line: 2, reason: expect.stringContaining('with a tab between'), example }]);
    expect(expectations).toEqual([{ line: 3, language: 'en', query: 'size', page: '/en/faq/size/' }]);
  });

  it('show an example that can be read', () => {
    expect(readExpectations(file, example).findings).toEqual([]);
  });
});

describe('an expectation', () => {
  it('is met by a page among the first three', async () => {
    const expectations = [
      expectation('return shoes', '/en/faq/send-back/'),
      expectation('return shoes', '/en/faq/return-date/'),
      expectation('返品', '/ja/faq/return-policy/', 'ja'),
    ];
    expect(await unmetBy([english, japanese], expectations)).toEqual([]);
  });

  it('is unmet by a page after them, and says what came instead, and what to do', async () => {
    const [finding, ...others] = await unmetBy([english], [expectation('return shoes', '/en/faq/return-shop/')]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ file, line: 7 });
    expect(finding?.reason).toContain('“return shoes” should find /en/faq/return-shop/');
    for (const slug of ['send-back', 'return-label', 'return-date'])
      expect(finding?.reason).toContain(`/en/faq/${slug}/`);
    expect(finding?.example).toContain('asked list');
    expect(finding?.example).toContain('content/synonyms.yaml');
  });

  it('is unmet where nothing comes at all', async () => {
    const findings = await unmetBy([english], [expectation('？', '/en/faq/password/')]);
    expect(findings).toEqual([
      expect.objectContaining({ line: 7, reason: expect.stringMatching(/First came: nothing$/) }),
    ]);
  });

  it('is unmet by a page that does not exist', async () => {
    expect(await unmetBy([english], [expectation('return shoes', '/en/faq/moved-away/')])).toEqual([
      { file, line: 7, reason: 'There is no page /en/faq/moved-away/.' },
    ]);
  });

  it('is unmet in a language without an index', async () => {
    expect(await unmetBy([english], [expectation('返品', '/ja/faq/return-policy/', 'ja')])).toEqual([
      { file, line: 7, reason: 'There is no page /ja/faq/return-policy/.' },
    ]);
  });

  it('looks in its own language only', async () => {
    expect(await unmetBy([japanese, english], [expectation('forgotten password', '/en/faq/password/')])).toEqual([]);
    expect(await unmetBy([japanese, english], [expectation('パスワード', '/ja/faq/password/', 'ja')])).toEqual([]);
  });
});
