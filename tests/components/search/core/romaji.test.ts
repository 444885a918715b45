import { describe, expect, it } from 'vitest';
import { romajiToKana } from '../../../../components/search/core/romaji.ts';

describe('romaji', () => {
  it.for([
    { typed: 'taikai', kana: 'たいかい' },
    { typed: 'henpin', kana: 'へんぴん' },
    { typed: 'kyanseru', kana: 'きゃんせる' },
    { typed: 'uketori', kana: 'うけとり' },
    { typed: 'wo', kana: 'を' },
    { typed: 'vaiorin', kana: 'ゔぁいおりん' },
  ])('is read as kana: “$typed” is “$kana”', ({ typed, kana }) => {
    expect(romajiToKana(typed)).toBe(kana);
  });

  it.for([
    { kana: 'りょうしゅうしょ', ways: ['ryoushuusho', 'ryousyuusyo'] },
    { kana: 'じゅうしょ', ways: ['juusho', 'jyuusho', 'zyuusyo'] },
    { kana: 'ちょっと', ways: ['chotto', 'tyotto'] },
    { kana: 'つち', ways: ['tsuchi', 'tuti'] },
    { kana: 'ふじ', ways: ['fuji', 'huzi'] },
    { kana: 'しつ', ways: ['shitsu', 'situ'] },
  ])('gives “$kana” in Hepburn and in kunrei', ({ kana, ways }) => {
    for (const way of ways) expect(romajiToKana(way)).toBe(kana);
  });

  it('doubles a consonant with a small tsu', () => {
    expect(romajiToKana('kitte')).toBe('きって');
    expect(romajiToKana('zasshi')).toBe('ざっし');
    expect(romajiToKana('matcha')).toBe('まっちゃ');
    expect(romajiToKana('macchi')).toBe('まっち');
  });

  it('knows ん before a consonant, at the end, typed twice, and parted with an apostrophe', () => {
    expect(romajiToKana('kantan')).toBe('かんたん');
    expect(romajiToKana('tenninn')).toBe('てんいん');
    expect(romajiToKana('annnai')).toBe('あんない');
    expect(romajiToKana("kin'en")).toBe('きんえん');
    expect(romajiToKana('kinen')).toBe('きねん');
    expect(romajiToKana('shimbun')).toBe('しんぶん');
    expect(romajiToKana('kampai')).toBe('かんぱい');
  });

  it('makes a hyphen the long-vowel mark and leaves spaces out', () => {
    expect(romajiToKana('pasuwa-do')).toBe('ぱすわーど');
    expect(romajiToKana('hon ya')).toBe('ほんや');
  });

  it.for([
    'refund',
    'shipping',
    'kk',
    'tokyo 2',
    'Taikai',
    '退会',
    'たいかい',
    '',
    ' ',
    '-',
    "'",
    '__proto__',
    'constructor',
  ])('is not what “%s” is', (text) => {
    expect(romajiToKana(text)).toBeNull();
  });
});
