import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../components/desk/export/mado-desk-export.ts';
import { expectAccessible } from '../../accessible.ts';
import { find } from '../../fixtures.ts';
import { stand } from '../accounts/standing.ts';

const addresses = () => [...document.querySelectorAll('.export-ways a')].map((link) => link.getAttribute('href'));

describe('the export', () => {
  it.for([1280, 390])('is of everything, unless days are named: whole days of the portal, at %i px', async (width) => {
    await page.viewport(width, 844);
    const element = await stand('mado-desk-export');
    expect(addresses()).toEqual(['/api/desk/export.csv?language=ja', '/api/desk/export.json?']);
    await userEvent.fill(find('#export-from'), '2026-11-01');
    await userEvent.fill(find('#export-until'), '2026-11-30');
    const [from, to] = [Date.parse('2026-11-01T00:00+09:00'), Date.parse('2026-12-01T00:00+09:00')];
    await expect
      .poll(addresses)
      .toEqual([
        `/api/desk/export.csv?from=${from}&to=${to}&language=ja`,
        `/api/desk/export.json?from=${from}&to=${to}`,
      ]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await expectAccessible(element);
  });

  it('says when the last day is before the first, and offers nothing then', async () => {
    const element = await stand('mado-desk-export', { language: 'en' });
    await userEvent.fill(find('#export-from'), '2026-11-30');
    await userEvent.fill(find('#export-until'), '2026-11-01');
    await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('before the first');
    expect(addresses()).toEqual([]);
    await expectAccessible(element);
  });
});
