import { describe, expect, it } from 'vitest';
import { excerptAround, marked, type Piece } from '../../../../components/search/core/excerpt.ts';

const before = 'い'.repeat(24);
const text = (pieces: readonly Piece[] | null) => (pieces ?? []).map((piece) => piece.text).join('');
const matches = (pieces: readonly Piece[] | null) =>
  (pieces ?? []).filter(({ isMatch }) => isMatch).map((piece) => piece.text);
const around = (words: string) => text(excerptAround(words, ['refund']));

describe('an excerpt', () => {
  it('is the whole of a short text, with the words marked where they stand', () => {
    expect(excerptAround('返品は30日以内です。返品の送料は770円です。', ['返品', '送料'])).toEqual([
      { text: '返品', isMatch: true },
      { text: 'は30日以内です。', isMatch: false },
      { text: '返品', isMatch: true },
      { text: 'の', isMatch: false },
      { text: '送料', isMatch: true },
      { text: 'は770円です。', isMatch: false },
    ]);
  });

  it('marks words as they are written, whatever their case', () => {
    expect(matches(excerptAround('Return the shoes. RETURN them free.', ['return']))).toEqual(['Return', 'RETURN']);
  });

  it('is none when none of the words is there', () => {
    expect(excerptAround('返品は30日以内です。', ['領収書'])).toBeNull();
    expect(excerptAround('返品は30日以内です。', [])).toBeNull();
    expect(excerptAround('', ['返品'])).toBeNull();
  });

  it('begins a little before the first match and says that something came before', () => {
    const excerpt = excerptAround(`あ${before}返品`, ['返品']);
    expect(text(excerpt)).toBe(`…${before}返品`);
    expect(text(excerptAround(`${before}返品`, ['返品']))).toBe(`${before}返品`);
  });

  it('ends after 110 characters and says that something follows', () => {
    expect(text(excerptAround(`返品${'う'.repeat(108)}`, ['返品']))).toBe(`返品${'う'.repeat(108)}`);
    expect(text(excerptAround(`返品${'う'.repeat(109)}`, ['返品']))).toBe(`返品${'う'.repeat(108)}…`);
  });

  it('marks the longer of two words that begin alike', () => {
    expect(matches(excerptAround('返品条件と返品', ['返品', '返品条件']))).toEqual(['返品条件', '返品']);
  });

  it('takes the words as they are, not as a pattern', () => {
    expect(matches(excerptAround('c++ (beta) a.b axb', ['c++', '(beta)', 'a.b']))).toEqual(['c++', '(beta)', 'a.b']);
  });

  it('gives back the text it was given, never markup', () => {
    expect(excerptAround('<b>返品</b> & <script>', ['返品'])).toEqual([
      { text: '<b>', isMatch: false },
      { text: '返品', isMatch: true },
      { text: '</b> & <script>', isMatch: false },
    ]);
  });

  it('never cuts a word in two where words stand apart', () => {
    expect(around('Everything here, understand, comes off your refund.')).toBe('…comes off your refund.');
    expect(around(`A refund ${'x'.repeat(99)} goes back to your card`)).toBe(`A refund ${'x'.repeat(99)}…`);
    expect(around(`A refund, ${'walk '.repeat(30)}`)).toMatch(/ walk…$/);
  });

  it('never cuts a character in two', () => {
    for (const count of [20, 21, 22, 23]) {
      const excerpt = text(excerptAround(`${'𠮷'.repeat(count)}い返品${'👟'.repeat(80)}`, ['返品']));
      expect(excerpt.isWellFormed()).toBe(true);
    }
  });
});

describe('a marked text', () => {
  it('is never cut, and is the same text with or without words', () => {
    const long = `Return it. ${'Walk on. '.repeat(40)}`;
    expect(text(marked(long, ['return']))).toBe(long);
    expect(matches(marked(long, ['return']))).toEqual(['Return']);
    expect(marked('返品', [])).toEqual([{ text: '返品', isMatch: false }]);
  });
});
