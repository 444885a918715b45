import { describe, expect, it } from 'vitest';
import { contrast, hexOf, readColour } from '../../../site/brand/colour.ts';

describe('a colour', () => {
  // Values of the CSS Color 4 specification and its test suite.
  it.for([
    { written: '#f00', l: 0.628, c: 0.2577, h: 29.23 },
    { written: '#00ff00', l: 0.8664, c: 0.2948, h: 142.5 },
    { written: '#0000FF', l: 0.452, c: 0.3132, h: 264.05 },
    { written: 'oklch(39% 0.125 266)', l: 0.39, c: 0.125, h: 266 },
    { written: 'oklch(98.4% .007 85deg)', l: 0.984, c: 0.007, h: 85 },
  ])('is read from $written', ({ written, l, c, h }) => {
    const colour = readColour(written);
    expect(colour.l).toBeCloseTo(l, 3);
    expect(colour.c).toBeCloseTo(c, 3);
    expect(colour.h).toBeCloseTo(h, 1);
  });

  it.for(['#000000', '#ffffff', '#777777', '#2b3f8f', '#ff7a1a', '#00ff00', '#b14f00'])(
    'comes back as it was: %s',
    (hex) => {
      expect(hexOf(readColour(hex))).toBe(hex);
    },
  );

  it('that no screen of sRGB shows keeps its lightness and hue, and loses chroma', () => {
    const shown = readColour(hexOf({ l: 0.7, c: 0.4, h: 150 }));
    expect(shown.l).toBeCloseTo(0.7, 2);
    expect(shown.h).toBeCloseTo(150, 0);
    expect(shown.c).toBeLessThan(0.25);
  });

  it('that is no colour is refused', () => {
    expect(() => readColour('navy')).toThrow('navy is no colour');
  });
});

describe('contrast', () => {
  it.for([
    { one: '#000000', other: '#ffffff', ratio: 21 },
    { one: '#ffffff', other: '#ffffff', ratio: 1 },
    // The greys that just fail and just pass on white.
    { one: '#777777', other: '#ffffff', ratio: 4.478 },
    { one: '#ffffff', other: '#767676', ratio: 4.542 },
    { one: '#ff0000', other: '#ffffff', ratio: 3.998 },
  ])('of $one and $other is $ratio', ({ one, other, ratio }) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 3);
  });
});
