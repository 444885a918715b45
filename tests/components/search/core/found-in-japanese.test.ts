import { describe, expect, it } from 'vitest';
import { faint, firstFor, japanese, near } from './finders.ts';

describe('finding in Japanese', () => {
  it.for([
    { query: 'ﾊﾟｽﾜｰﾄﾞ', slug: 'reset-password', what: 'half-width kana' },
    { query: 'ぱすわーど', slug: 'reset-password', what: 'hiragana for katakana' },
    { query: '引越し', slug: 'change-address', what: 'okurigana left out' },
    { query: '引っ越し', slug: 'change-address', what: 'okurigana in full' },
    { query: '引越', slug: 'change-address', what: 'no okurigana at all' },
    { query: 'りょうしゅうしょ', slug: 'receipt', what: 'kana never converted' },
    { query: 'たいかい', slug: 'delete-account', what: 'kana never converted' },
    { query: 'じゅうしょへんこう', slug: 'change-address', what: 'kana never converted' },
    { query: 'taikai', slug: 'delete-account', what: 'romaji' },
    { query: 'RYOUSHUUSHO', slug: 'receipt', what: 'romaji in capitals' },
    { query: 'ryousyuusyo', slug: 'receipt', what: 'romaji as some type it' },
    { query: '補償', slug: 'warranty', what: 'a word that sounds the same' },
    { query: '保障期間', slug: 'warranty', what: 'a word that sounds the same' },
    { query: '領収所', slug: 'receipt', what: 'a letter that sounds the same' },
    { query: '大会したい', slug: 'delete-account', what: 'a word that sounds the same' },
    { query: 'パスワド', slug: 'reset-password', what: 'a letter left out' },
    { query: 'paypya', slug: 'payment-methods', what: 'letters swapped' },
    { query: 'クレカ', slug: 'payment-methods', what: 'a customer’s word' },
    { query: '会員をやめたい', slug: 'delete-account', what: 'a customer’s phrase' },
    { query: '一度外で履いてしまった靴は返品できますか？', slug: 'return-policy', what: 'a whole sentence' },
    { query: 'パスワードを忘れてログインできないのですが', slug: 'reset-password', what: 'a whole sentence' },
    { query: 'warranty', slug: 'warranty', what: 'a word of the address' },
    { query: 'gift wrapping', slug: 'gift-wrapping', what: 'words of the address' },
  ])('understands $what: “$query”', ({ query, slug }) => {
    const first = firstFor(japanese, query);
    expect(first?.page.url).toBe(`/ja/faq/${slug}/`);
    expect(first?.nearest).toBeGreaterThanOrEqual(near);
  });

  it('leads to the heading that is nearest', () => {
    expect(firstFor(japanese, '返金の時期')).toMatchObject({
      page: { url: '/ja/faq/return-policy/' },
      anchor: 'refund-date',
    });
    expect(firstFor(japanese, '返品の送り方')?.anchor).toBe('send');
  });

  it.for(['火星の天気', '株価', '東京都知事選挙'])('finds “%s” faintly at most', (query) => {
    for (const { nearest } of japanese.find(query)) expect(nearest).toBeLessThan(faint);
  });
});
