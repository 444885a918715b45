import { describe, expect, it } from 'vitest';
import type { IndexedPage, QuestionIndexFile } from '../../../components/search/core/question-index.ts';
import type { Language } from '../../../content/schema.ts';
import { readExpectations, unmet } from '../../../site/search-guard/guard.ts';

const file = 'content/search-expectations.tsv';
const example = 'en\twrong size\t/en/faq/wrong-size-delivered/';

function indexOf(language: Language, titles: Record<string, string>): QuestionIndexFile {
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
  return { version: 1, language, pages, readings: {}, synonyms: {}, categories: [] };
}

const english = indexOf('en', {
  'send-back': 'Return shoes',
  'return-label': 'Return label for shoes',
  'return-date': 'Return date for shoes',
  'return-shop': 'Return shoes in a shop, with friends and family, on a sunny day',
  password: 'Forgotten password',
});
const japanese = indexOf('ja', { password: 'パスワードを忘れた', 'return-policy': '返品の条件' });

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
  it('is met by a page among the first three', () => {
    const expectations = [
      expectation('return shoes', '/en/faq/send-back/'),
      expectation('return shoes', '/en/faq/return-date/'),
      expectation('返品', '/ja/faq/return-policy/', 'ja'),
    ];
    expect(unmet(file, expectations, [english, japanese])).toEqual([]);
  });

  it('is unmet by a page after them, and says what came instead, and what to do', () => {
    const [finding, ...others] = unmet(file, [expectation('return shoes', '/en/faq/return-shop/')], [english]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ file, line: 7 });
    expect(finding?.reason).toContain('“return shoes” should find /en/faq/return-shop/');
    for (const slug of ['send-back', 'return-label', 'return-date'])
      expect(finding?.reason).toContain(`/en/faq/${slug}/`);
    expect(finding?.example).toContain('asked list');
    expect(finding?.example).toContain('content/synonyms.yaml');
  });

  it('is unmet where nothing comes at all', () => {
    const findings = unmet(file, [expectation('？', '/en/faq/password/')], [english]);
    expect(findings).toEqual([
      expect.objectContaining({ line: 7, reason: expect.stringMatching(/First came: nothing$/) }),
    ]);
  });

  it('is unmet by a page that does not exist', () => {
    expect(unmet(file, [expectation('return shoes', '/en/faq/moved-away/')], [english])).toEqual([
      { file, line: 7, reason: 'There is no page /en/faq/moved-away/.' },
    ]);
  });

  it('is unmet in a language without an index', () => {
    expect(unmet(file, [expectation('返品', '/ja/faq/return-policy/', 'ja')], [english])).toEqual([
      { file, line: 7, reason: 'There is no page /ja/faq/return-policy/.' },
    ]);
  });

  it('looks in its own language only', () => {
    expect(unmet(file, [expectation('forgotten password', '/en/faq/password/')], [japanese, english])).toEqual([]);
    expect(unmet(file, [expectation('パスワード', '/ja/faq/password/', 'ja')], [japanese, english])).toEqual([]);
  });
});
