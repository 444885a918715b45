import { describe, expect, it } from 'vitest';
import { featuresOf, latinWords, withoutFiller, withoutFrame } from '../../../../components/search/core/features.ts';
import type { Language } from '../../../../content/schema/languages.ts';

function shared(one: string, other: string, language: Language): string[] {
  const others = featuresOf(other, language);
  return [...featuresOf(one, language).keys()].filter((name) => others.has(name));
}

describe('what an English text is like', () => {
  it('is its words without endings, its pairs of words, and pieces of its words', () => {
    const names = [...featuresOf('Returned shoes', 'en').keys()];
    expect(names).toContain('wreturn');
    expect(names).toContain('preturn sho');
    expect(names).toContain('g ret');
    expect(names).toContain('g re');
  });

  it('leaves small words out, unless there are no others', () => {
    expect(featuresOf('How do I return my shoes?', 'en')).toEqual(featuresOf('return shoes', 'en'));
    expect([...featuresOf('how to', 'en').keys()]).toContain('wto');
  });

  it.for([
    { asked: 'can you show me how to return shoes', meant: 'return shoes' },
    { asked: 'hello, please tell me about returns', meant: 'returns' },
    { asked: 'i have a question about returns', meant: 'returns' },
    { asked: 'where can i read about returns', meant: 'returns' },
    { asked: 'i want to return shoes', meant: 'i want to return shoes' },
    { asked: 'the shop did not tell me about returns', meant: 'the shop did not tell me about returns' },
    { asked: 'tell me about', meant: 'about' },
    { asked: 'please', meant: 'please' },
  ])('is “$meant” of “$asked”', ({ asked, meant }) => {
    expect(withoutFrame(asked)).toBe(meant);
    expect(featuresOf(asked, 'en')).toEqual(featuresOf(meant, 'en'));
  });

  it('is the same in any case, width and number of spaces', () => {
    expect(featuresOf('ＲＥＴＵＲＮ   Shoes!', 'en')).toEqual(featuresOf('return shoes', 'en'));
  });

  it('counts a word that comes twice twice', () => {
    expect(featuresOf('shoes and shoes', 'en').get('wsho')).toBe(2 * (featuresOf('shoes', 'en').get('wsho') ?? 0));
  });

  it('shares pieces with a misspelt word', () => {
    expect(shared('delivery', 'delivrey', 'en')).not.toEqual([]);
  });
});

describe('what a Japanese question is wrapped in', () => {
  it.for(['マスク', 'デスク', 'タイツ', 'ネクタイ', 'スタイル', 'クリスマス', 'コート', 'たいかい', 'ことり'])(
    'is nothing of %s',
    (word) => {
      expect(withoutFiller(word)).toBe(word);
      expect(featuresOf(`${word}について教えてください`, 'ja')).toEqual(featuresOf(word, 'ja'));
    },
  );
});

describe('what a Japanese text is like', () => {
  it('is its pieces, in whichever kana', () => {
    expect(featuresOf('クツ', 'ja')).toEqual(featuresOf('くつ', 'ja'));
    expect(featuresOf('ｸﾂ', 'ja')).toEqual(featuresOf('くつ', 'ja'));
    expect([...featuresOf('返品', 'ja').keys()]).toContain('g返品');
  });

  it.for([
    { one: '引越し', other: '引っ越し' },
    { one: '引越', other: '引っ越し' },
    { one: '取消', other: '取り消し' },
  ])('is shared by “$one” and “$other”, whatever stands between their kanji', ({ one, other }) => {
    expect(shared(one, other, 'ja').some((name) => name.startsWith('k'))).toBe(true);
  });

  it('is little without what a question is wrapped in', () => {
    expect(featuresOf('返品の方法を教えてください', 'ja')).toEqual(featuresOf('返品の を', 'ja'));
  });

  it('has the Latin words, too', () => {
    expect([...featuresOf('PayPayで払う', 'ja').keys()]).toContain('wpaypay');
  });

  it('is something for a single letter', () => {
    expect(featuresOf('靴', 'ja').size).toBeGreaterThan(0);
  });
});

describe('what a text is like', () => {
  it.for(['', '   ', '？！…', '<>&', '\u0000', '\uD800'])('is nothing for “%s”', (text) => {
    expect(featuresOf(text, 'ja').size).toBe(0);
    expect(featuresOf(text, 'en').size).toBe(0);
  });
});

describe('the words in letters', () => {
  it('are without apostrophes, straight or curly', () => {
    expect(latinWords("can't don’t")).toEqual(['cant', 'dont']);
  });

  it('are none where there are only signs', () => {
    expect(latinWords('!? -')).toEqual([]);
  });
});

describe('a question without its wrapping', () => {
  it.for([
    { question: '返品したいのですが', bare: '返品' },
    { question: '送料について教えてください', bare: '送料' },
    { question: '領収書ですか', bare: '領収書' },
    { question: '靴 返品 方法', bare: '靴 返品' },
  ])('is “$bare” for “$question”', ({ question, bare }) => {
    expect(withoutFiller(question)).toBe(bare);
  });

  it('is all of it when nothing else is left', () => {
    expect(withoutFiller('教えてください')).toBe('教えてください');
    expect(withoutFiller('')).toBe('');
  });
});
