import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../../api/moderation/reviewers/readings.ts';
import { foldedPattern, isIn, isTelling } from '../../../../api/moderation/reviewers/word-pattern.ts';
import { payloads } from '../../../support/payloads.ts';

function stands(pattern: string, text: string): boolean {
  return isIn(foldedPattern(pattern), readingsOf(text));
}

describe('a watched word', () => {
  it.each([
    ['doc', 'a doc.'],
    ['doc', 'DOC'],
    ['doc', 'docを開く'],
    ['doc*', 'the documents'],
    ['*ment', 'a document'],
    ['d*t', 'a document'],
    ['buy followers', 'Buy, followers now'],
    ['don’t', "I don't know"],
    ['副業', '簡単な副業案件です'],
    ['無料', '完全無料プレゼント'],
    ['稼げる', '誰でも稼げるよ'],
    ['死ね', '死ねばいい'],
    ['死ね', 'もう死ねよ'],
    ['殺す', '殺すぞ'],
    ['副業', '副　業のご紹介'],
    ['京都', '京都で歩く'],
    ['ライン', 'ラインで連絡'],
    ['ライン*', 'ラインナップ'],
    ['line', 'LINEで連絡'],
    ['無料*占い', '無料の占い'],
    ['casino*bonus', 'casinoとcasino2bonusの話'],
  ])('%s is found in %s', (pattern, text) => {
    expect(stands(pattern, text)).toBe(true);
  });

  it.each([
    ['doc', 'the document'],
    ['casino', 'casinos'],
    ['d*t', 'dogs and a cat'],
    ['d*t', 'dogとcat'],
    ['buy followers', 'followers buy'],
    ['line', 'online'],
    ['ライン', 'オンラインで'],
    ['ライン', 'ラインナップ'],
    ['京都', '東京都内で歩く'],
    ['本当', 'この本当店で買いました'],
    ['sold out', 'S O L D   O U T'],
    ['(a+)+b', 'aaaa'],
    ['.{2}', 'ab'],
  ])('%s is not found in %s', (pattern, text) => {
    expect(stands(pattern, text)).toBe(false);
  });

  it.each([
    'ｃａｓｉｎｏ',
    'Сasinо',
    'cas\u200bino',
    '🅲🅰🆂🅸🅽🅾',
    'C4s1n0',
    'c@$ino',
    'c a s i n o',
    'c_a_s_i_n_o',
    'ÇASINO',
  ])('is seen through disguises: %s', (text) => {
    expect(stands('casino', `the best ${text} tonight`)).toBe(true);
  });

  it.each([
    ['副業案件', '副.業.案.件.のご紹介'],
    ['アカウント', 'ア力ウント名'],
    ['ライン', 'ﾗｲﾝで'],
  ])('is seen through disguises in Japanese: %s in %s', (pattern, text) => {
    expect(stands(pattern, text)).toBe(true);
  });

  it('says something: two letters at least, and no word that is anything', () => {
    expect(['casino', '副業', 'a*b', 'buy now'].map(foldedPattern).every(isTelling)).toBe(true);
    expect(['*', '**', 'a', '!!', '* *', 'buy *', ''].map(foldedPattern).some(isTelling)).toBe(false);
  });

  it('takes hostile patterns and texts as they are', () => {
    for (const payload of payloads) {
      const pattern = foldedPattern(payload.slice(0, 100));
      if (isTelling(pattern)) expect(stands(pattern, payload.slice(0, 100))).toBe(true);
      expect(stands('casino', payload)).toBe(false);
    }
  });

  it('is looked for in 100,000 of one character within the time of a test', () => {
    const patterns = [`${'a'.repeat(50)}b`, 'a*a*a*a*a*b', '*a*b', 'ああ*い', 'いう'];
    for (const text of ['a', 'あ', 'ア', 'a ', 'あ.', '*', '\u0300', '4', '@'].map((each) => each.repeat(100_000))) {
      for (const pattern of patterns) expect(stands(pattern, text)).toBe(false);
    }
  });
});
