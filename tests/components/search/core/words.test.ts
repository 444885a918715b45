import { describe, expect, it } from 'vitest';
import { normalise } from '../../../../components/search/core/normalise.ts';
import { contentWords, wordsOf } from '../../../../components/search/core/words.ts';

describe('normalising', () => {
  it.for([
    { typed: 'ﾊﾟｽﾜｰﾄﾞ', means: 'パスワード' },
    { typed: 'Ｗｉ－Ｆｉ', means: 'wi-fi' },
    { typed: '２４．５㎝', means: '24.5cm' },
    { typed: 'PayPay', means: 'paypay' },
    { typed: ' サイズ　交換 \n 無料 ', means: 'サイズ 交換 無料' },
    { typed: 'か\u3099', means: 'が' },
    { typed: '', means: '' },
  ])('reads “$typed” as “$means”', ({ typed, means }) => {
    expect(normalise(typed)).toBe(means);
  });

  it('changes nothing the second time', () => {
    for (const text of ['ﾊﾟｽﾜｰﾄﾞ　ＲＥＳＥＴ', '㍿アルク', 'ﬁne']) {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }
  });
});

describe('the words of a text', () => {
  it('are found without spaces in Japanese', () => {
    expect(wordsOf('返品の条件', 'ja')).toEqual(['返品', 'の', '条件']);
  });

  it('leave out signs', () => {
    expect(wordsOf('Size 24.5, please!', 'en')).toEqual(['size', '24.5', 'please']);
    expect(wordsOf('「返品」・交換？', 'ja')).toEqual(['返品', '交換']);
  });

  it('are none in a text without any', () => {
    expect(wordsOf('？！…', 'ja')).toEqual([]);
    expect(wordsOf('   ', 'en')).toEqual([]);
  });
});

describe('what a query is about', () => {
  it.for([
    { query: '解約したい', language: 'ja', about: ['解約'] },
    { query: '返品の方法を教えてください', language: 'ja', about: ['返品'] },
    { query: 'サイズ 交換', language: 'ja', about: ['サイズ', '交換'] },
    { query: 'How do I return my shoes?', language: 'en', about: ['return', 'shoes'] },
    { query: 'WHERE is my ORDER', language: 'en', about: ['order'] },
  ] as const)('of “$query” is $about', ({ query, language, about }) => {
    expect(contentWords(query, language)).toEqual(about);
  });

  it('is every word when it has none but small ones', () => {
    expect(contentWords('how to', 'en')).toEqual(['how', 'to']);
    expect(contentWords('どこで', 'ja')).toEqual(wordsOf('どこで', 'ja'));
    expect(contentWords('どこで', 'ja')).not.toEqual([]);
  });

  it('is nothing when nothing is asked', () => {
    expect(contentWords(' ？', 'ja')).toEqual([]);
  });

  it('keeps to the small words of its own language', () => {
    expect(contentWords('the 返品', 'ja')).toEqual(['the', '返品']);
  });
});
