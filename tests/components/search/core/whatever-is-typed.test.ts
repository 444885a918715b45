import { describe, expect, it } from 'vitest';
import { QuestionFinder } from '../../../../components/search/core/finder.ts';
import { english, firstFor, japanese, pagesOf } from './finders.ts';

describe('whatever is typed', () => {
  it.for([
    { what: 'ten thousand letters', query: 'a'.repeat(10_000) },
    { what: 'ten thousand kanji', query: '返品'.repeat(5000) },
    { what: 'ten thousand letters of words', query: 'refnud passwrod '.repeat(625) },
    { what: 'ten thousand spaces', query: `返品${' '.repeat(10_000)}靴` },
    { what: 'a politeness without end', query: 'て'.repeat(10_000) },
    { what: 'long marks without end', query: 'ー'.repeat(10_000) },
    { what: 'control characters', query: '\u0000\u0001return\u0007\u001B[31m\u007F\u200B返品' },
    { what: 'lone surrogates', query: '\uD83D返品\uDE00 return \uD800' },
    { what: 'right-to-left text', query: '\u202Eإرجاع الأحذية\u202C return 返品' },
    { what: 'HTML', query: '<img src=x onerror="alert(1)">返品</script> return &amp;' },
    { what: 'a pattern', query: '(.*)+[return\\^$|?{2,返品' },
    { what: 'a replacement', query: "$& $1 $` $' return 返品" },
    { what: '__proto__', query: '__proto__' },
    { what: 'constructor', query: 'constructor' },
    { what: 'what every object has', query: 'toString hasOwnProperty valueOf __defineGetter__' },
    { what: 'emoji', query: '👟👨‍👩‍👧 return 返品' },
    { what: 'marks piled upon a letter', query: `e${'\u0301'.repeat(5000)}` },
  ])('scores are numbers, and nothing breaks: $what', ({ query }) => {
    for (const { score, nearest } of [...japanese.find(query), ...english.find(query)]) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(Infinity);
      expect(nearest).toBeGreaterThan(0);
      expect(nearest).toBeLessThanOrEqual(1);
    }
  });

  it('a query among noise still finds its page', () => {
    expect(firstFor(japanese, '<b>返品</b>(*\u0000)')?.page.url).toBe('/ja/faq/return-policy/');
    expect(firstFor(english, '[guarantee]\u202E\uD800')?.page.url).toBe('/en/faq/warranty/');
  });

  it('the words of every object are words like any other', () => {
    const finder = new QuestionFinder({
      language: 'en',
      pages: pagesOf('en', {
        proto: { title: '__proto__', answer: 'An object.', asked: [] },
        builder: { title: 'constructor', answer: 'A function.', asked: [] },
      }),
      readings: {},
      synonyms: {},
    });
    expect(firstFor(finder, 'constructor')?.page.title).toBe('constructor');
    expect(firstFor(finder, '__proto__')?.page.title).toBe('__proto__');
  });

  it('a page named exactly is as near as can be', () => {
    expect(firstFor(english, 'Measure your feet')?.nearest).toBe(1);
  });
});
