import { describe, expect, it } from 'vitest';
import { defaultBrand } from '../../../content/schema/brand.ts';
import { contrast } from '../../../site/brand/colour.ts';
import { pairs, weakColours } from '../../../site/brand/contrast.ts';
import { rolesOf, themes, tokensOf } from '../../../site/brand/tokens.ts';

const { colours } = defaultBrand;
const withAccent = (light: string, dark = colours.accent.dark) => ({ ...colours, accent: { light, dark } });

describe('the colours of a brand', () => {
  it('can be read everywhere in a portal that names none', () => {
    expect(weakColours(colours)).toEqual([]);
    for (const theme of themes) {
      const tokens = tokensOf(rolesOf(colours, theme), theme);
      for (const { front, behind, needed } of pairs) {
        for (const other of behind) expect(contrast(tokens[front], tokens[other])).toBeGreaterThanOrEqual(needed);
      }
    }
  });

  it.for([
    { accent: '#ff7a1a', what: 'an orange' },
    { accent: '#00c853', what: 'a green' },
    { accent: '#ffee00', what: 'a yellow' },
    { accent: '#8a9bd8', what: 'a pale blue' },
  ])('$what that is too light is found, with the nearest one that works everywhere', ({ accent }) => {
    const [weak, ...more] = weakColours(withAccent(accent));
    expect(more).toEqual([]);
    expect(weak).toMatchObject({ role: 'accent', theme: 'light', needed: 4.5 });
    expect(weak?.ratio).toBeLessThan(4.5);
    expect(weakColours(withAccent(weak?.nearest ?? ''))).toEqual([]);
  });

  it('a dark accent is found in the dark theme alone', () => {
    const [weak, ...more] = weakColours(withAccent('#2b3f8f', '#2b3f8f'));
    expect(more).toEqual([]);
    expect(weak).toMatchObject({ role: 'accent', theme: 'dark' });
    expect(weakColours(withAccent('#2b3f8f', weak?.nearest ?? ''))).toEqual([]);
  });

  it('a pale ink is found by itself, and so is a paper on which nothing else can be read', () => {
    const ink = weakColours({ ...colours, ink: { ...colours.ink, light: '#8a8f99' } });
    expect(ink.map(({ role, theme }) => [role, theme])).toEqual([['ink', 'light']]);
    const paper = weakColours({ ...colours, paper: { ...colours.paper, light: '#888888' } });
    expect(paper.map(({ role, theme }) => [role, theme])).toEqual([['paper', 'light']]);
  });

  it('on a bright accent, words are dark', () => {
    const { accent, 'on-accent': words } = tokensOf(rolesOf(withAccent('#2b3f8f', '#ffd000'), 'dark'), 'dark');
    expect(contrast(words, '#000000')).toBeLessThan(2);
    expect(contrast(words, accent)).toBeGreaterThan(7);
  });
});
