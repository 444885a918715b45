import { describe, expect, it } from 'vitest';
import { barriers } from './accessible.ts';
import { show } from './fixtures.ts';

describe('the check of accessibility', () => {
  it('sees a field without a label', async () => {
    expect((await barriers(show('<input type="text" />'))).join()).toContain('label');
  });

  it('sees ink that is too pale, in light and in dark', async () => {
    const pale = show('<p style="color: light-dark(oklch(80% 0 0), oklch(30% 0 0))">返品できます</p>');
    expect((await barriers(pale)).map((barrier) => barrier.slice(0, 21))).toEqual([
      'light: color-contrast',
      'dark: color-contrast:',
    ]);
  });

  it('sees with the page’s own colours', async () => {
    expect(await barriers(show('<p>返品できます</p>'))).toEqual([]);
    expect((await barriers(show('<p style="color: var(--rule)">返品できます</p>'))).length).toBe(2);
  });
});
