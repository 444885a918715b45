import { describe, expect, it } from 'vitest';
import { makeReader } from '../../../../components/search/core/readings.ts';

const read = makeReader({
  保証: 'ほしょう',
  補償: 'ほしょう',
  保証書: 'ほしょうしょ',
  領収: 'りょうしゅう',
  書: 'しょ',
  所: 'しょ',
  消しゴム: 'けしごむ',
  靴: 'くつ',
  底: 'そこ',
  ヶ月: 'かげつ',
});

describe('a text as it sounds', () => {
  it('is the same for words that sound the same', () => {
    expect(read('保証')).toBe('ほしょう');
    expect(read('補償')).toBe(read('保証'));
    expect(read('領収所')).toBe(read('領収書'));
  });

  it('takes the longest word it knows', () => {
    expect(read('保証書')).toBe('ほしょうしょ');
  });

  it('keeps what it does not know', () => {
    expect(read('保証と返金')).toBe('ほしょうと返金');
    expect(read('保証 2年')).toBe('ほしょう 2年');
  });

  it('is in hiragana, however the kana were typed', () => {
    expect(read('くつ')).toBe('くつ');
    expect(read('クツ')).toBe('くつ');
    expect(read('ｸﾂ')).toBe('くつ');
  });

  it('knows words with katakana in them', () => {
    expect(read('消しゴム')).toBe('けしこむ');
    expect(read('1ヶ月')).toBe('1かけつ');
  });

  it('hears no voicing marks, which compounds add and fingers forget', () => {
    expect(read('靴底')).toBe(read('くつぞこ'));
    expect(read('パスワート')).toBe(read('パスワード'));
    expect(read('はん')).not.toBe(read('ほん'));
  });

  it('leaves out what a question is wrapped in', () => {
    expect(read('保証について教えてください')).toBe('ほしょう');
  });

  it('takes letters for romaji where they are, and for themselves where they are not', () => {
    expect(read('hoshou')).toBe('ほしょう');
    expect(read('ＨＯＳＨＯＵ')).toBe('ほしょう');
    expect(read('refund')).toBe('refund');
    expect(read('qrコード')).toBe('qrこーと');
  });

  it('is the text itself when no readings are known', () => {
    expect(makeReader({})('保証')).toBe('保証');
    expect(makeReader({})('')).toBe('');
  });

  it('knows no words but its own', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) expect(read(name)).toBe(name.toLowerCase());
  });
});
