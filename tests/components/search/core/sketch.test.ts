import { describe, expect, it } from 'vitest';
import { rarityOf } from '../../../../components/search/core/likeness.ts';
import { drawSketch, readSketch } from '../../../../components/search/core/sketch.ts';

const phrases = 10_000;
const counts = new Map(Array.from({ length: 400 }, (_, number) => [`feature ${number}`, 1 + (number % 20) ** 2]));

describe('a sketch of how often features occur', () => {
  const rarity = readSketch(drawSketch(counts, 4096), phrases);

  it('tells nearly how rare nearly each of them is', () => {
    const wrong = [...counts].filter(([feature, count]) => Math.abs(rarity(feature) - rarityOf(count, phrases)) > 0.4);
    expect(wrong.length).toBeLessThan(counts.size / 20);
  });

  it('never takes a feature for rarer than it is, beyond its rounding', () => {
    for (const [feature, count] of counts)
      expect(rarity(feature)).toBeLessThan(rarityOf(count, phrases) + Math.LN2 / 2);
  });

  it('takes what it does not know for rare', () => {
    const unknown = Array.from({ length: 100 }, (_, number) => rarity(`nobody’s ${number}`));
    expect(unknown.filter((value) => value === rarityOf(0, phrases)).length).toBeGreaterThan(90);
  });

  it('is one character a place, and of no feature is all zero', () => {
    expect(drawSketch(counts, 64)).toMatch(/^[0-9a-z]{64}$/);
    expect(drawSketch(new Map(), 8)).toBe('00000000');
  });
});
