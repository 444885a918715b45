import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { QuestionIndexFile } from '../../../components/search/core/question-index.ts';
import { holdTheClock, openSearch, options, type } from './searching.ts';

const returnsUrl = '/ja/faq/return-policy/';

const file: QuestionIndexFile = {
  version: 2,
  language: 'ja',
  pages: [
    {
      url: returnsUrl,
      fragment: 'ja_returns',
      kind: 'faq',
      category: 'returns',
      title: '返品できる条件',
      answer: '到着から30日以内なら返品できます。<b>',
      asked: ['買ったものを返したい', '返送 期限', '靴 返品'],
      headings: [['返品できないもの', 'not-returnable']],
    },
    {
      url: '/ja/faq/delivery-fees/',
      fragment: 'ja_fees',
      kind: 'faq',
      category: 'delivery',
      title: '送料はいくらですか',
      answer: '全国一律550円です。',
      asked: ['送料無料', '運賃'],
      headings: [],
    },
  ],
  readings: { 返品: 'へんぴん', 送料: 'そうりょう' },
  synonyms: {},
  categories: [
    { slug: 'returns', name: '返品・交換' },
    { slug: 'delivery', name: 'お届け' },
  ],
};

/** Serves the question index of this test where the built one would be. */
function serveQuestions(): void {
  vi.stubGlobal('fetch', async () => Response.json(file));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}

describe('search with a question index', () => {
  holdTheClock();

  it('answers from it at once, and is joined by the full text when that arrives', async () => {
    serveQuestions();
    const { index } = openSearch({
      indexed: [{ url: '/ja/guides/pack/', title: '荷造り', excerpt: '返品の箱' }],
      isHeld: true,
    });
    await type('返品');
    await expect.poll(options).toEqual(['返品できる条件']);
    index.release('返品');
    await expect.poll(options).toEqual(['返品できる条件', '荷造り']);
  });

  it('understands kana, romaji and whole sentences, and opens the section that is meant', async () => {
    serveQuestions();
    openSearch({ indexed: [] });
    for (const query of ['へんぴん', 'henpin', '返品できないものを教えてください']) {
      await type(query);
      await expect.poll(() => options()[0], { message: query }).toBe('返品できる条件');
    }
  });

  it('shows the answer itself when it is sure, as text', async () => {
    serveQuestions();
    openSearch({ indexed: [] });
    await type('返品できる条件');
    await expect
      .poll(() => document.querySelector('.result-excerpt[data-direct]')?.textContent)
      .toBe('到着から30日以内なら返品できます。<b>');
  });

  it('shows what the other language has, and says so, when the reader’s has nothing', async () => {
    const page = {
      url: '/en/faq/gdpr/',
      fragment: 'en_gdpr',
      kind: 'faq',
      category: 'account',
      title: 'Personal data',
      answer: 'Ask us.',
    } as const;
    const english: QuestionIndexFile = {
      version: 2,
      language: 'en',
      pages: [{ ...page, asked: ['your zebra policy'], headings: [] }],
      readings: {},
      synonyms: {},
      categories: [
        { slug: 'returns', name: '返品・交換' },
        { slug: 'delivery', name: 'お届け' },
      ],
    };
    vi.stubGlobal('fetch', async (url: string) => Response.json(url.endsWith('en.json') ? english : file));
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    openSearch({ indexed: [] });
    await type('zebra');
    await expect.poll(options).toEqual(['Personal data']);
    expect(document.querySelector('.result-kind[lang=en]')?.textContent).toBe('Page in English');
  });

  it('stays calm with whatever is typed', async () => {
    serveQuestions();
    const { field } = openSearch({ indexed: [] });
    for (const query of [
      'あ'.repeat(200),
      '\u0007\u0000返品',
      '\ud83d',
      '<img src=x onerror=alert(1)>',
      'مرحبا',
      '(.*)+$',
    ]) {
      await type(query);
      await expect.poll(() => document.querySelector('.search-note')?.textContent.includes('…')).not.toBe(true);
      expect(field.getAttribute('role')).toBe('combobox');
      expect(document.querySelector('mado-search img')).toBeNull();
    }
  });
});
