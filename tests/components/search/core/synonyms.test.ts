import { describe, expect, it } from 'vitest';
import { withSynonyms } from '../../../../components/search/core/synonyms.ts';

const english = { voucher: ['coupon', 'gift card'], 'send back': ['return'], 'b.o.': ['back order'] };
const japanese = { クレカ: ['クレジットカード'], '2FA': ['2段階認証'], 会員をやめ: ['退会'] };

describe('a query with synonyms', () => {
  it('comes first as it was typed, in one spelling', () => {
    expect(withSynonyms('  Refund ', 'en', english)).toEqual(['refund']);
    expect(withSynonyms('ﾍﾝﾋﾟﾝ', 'ja', japanese)).toEqual(['ヘンピン']);
  });

  it('comes again with each of the pages’ own words', () => {
    expect(withSynonyms('Use a VOUCHER twice', 'en', english)).toEqual([
      'use a voucher twice',
      'use a coupon twice',
      'use a gift card twice',
    ]);
    expect(withSynonyms('クレカで払う', 'ja', japanese)).toEqual(['クレカで払う', 'クレジットカードで払う']);
  });

  it('knows phrases, too', () => {
    expect(withSynonyms('can i send back shoes', 'en', english)).toContain('can i return shoes');
    expect(withSynonyms('会員をやめたい', 'ja', japanese)).toContain('退会たい');
  });

  it('knows whole words only in English', () => {
    expect(withSynonyms('vouchers', 'en', english)).toEqual(['vouchers']);
    expect(withSynonyms('evoucher', 'en', english)).toEqual(['evoucher']);
    expect(withSynonyms('e-voucher!', 'en', english)).toContain('e-coupon!');
  });

  it('knows a word in any kana and any width, wherever it stands in Japanese', () => {
    expect(withSynonyms('くれか払い', 'ja', japanese)).toContain('クレジットカード払い');
    expect(withSynonyms('ｸﾚｶ払い', 'ja', japanese)).toContain('クレジットカード払い');
    expect(withSynonyms('２ｆａの設定', 'ja', japanese)).toContain('2段階認証の設定');
  });

  it('comes in no more than five ways', () => {
    const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((word) => [word, [`${word}${word}`]]));
    const variants = withSynonyms('a b c d e f', 'en', many);
    expect(variants).toHaveLength(5);
    expect(variants[0]).toBe('a b c d e f');
  });

  it('takes signs in a synonym for signs, not for a pattern', () => {
    expect(withSynonyms('is it b.o. now', 'en', english)).toContain('is it back order now');
    for (const word of ['(', '[a', '*', 'a{2', '\\', '$&']) {
      expect(() => withSynonyms('some (words* [a', 'en', { [word]: ['x'] })).not.toThrow();
    }
  });

  it('is left alone where no synonym is known', () => {
    expect(withSynonyms('constructor __proto__', 'en', {})).toEqual(['constructor __proto__']);
    expect(withSynonyms('', 'ja', japanese)).toEqual(['']);
  });
});
