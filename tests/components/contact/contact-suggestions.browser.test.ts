import { describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { fieldNamed, listen } from '../fixtures.ts';
import type { IndexedPage } from '../search-index.ts';
import { openForm } from './writing.ts';

const indexed: IndexedPage[] = ['exchange', 'return', 'refund', 'repair'].map((name, index) => ({
  url: `#${name}`,
  title: `サイズ ${index + 1}`,
  excerpt: 'サイズのこと',
}));
const suggested = () =>
  [...document.querySelectorAll('.suggestions a')].map((link) => [link.getAttribute('href'), link.textContent]);

describe('suggestions while the subject is written', () => {
  it('are the three best pages, which open beside the form', async () => {
    const opened = listen('mado-suggestion-opened');
    openForm({ indexed });
    await userEvent.fill(fieldNamed('subject'), 'サイズ');
    await expect.poll(suggested).toEqual([
      ['#exchange', 'サイズ 1'],
      ['#return', 'サイズ 2'],
      ['#refund', 'サイズ 3'],
    ]);
    const [, second] = document.querySelectorAll<HTMLElement>('.suggestions a');
    expect(second?.getAttribute('target')).toBe('_blank');
    second?.addEventListener('click', (event) => event.preventDefault());
    second?.click();
    expect(opened).toEqual([{ version: 1, url: '#return', rank: 2 }]);
  });

  it('go when the subject does', async () => {
    openForm({ indexed });
    await userEvent.fill(fieldNamed('subject'), 'サイズ');
    await expect.poll(suggested).toHaveLength(3);
    await userEvent.fill(fieldNamed('subject'), '');
    await expect.poll(suggested).toEqual([]);
  });

  it('come for a subject that the address brings along', async () => {
    history.replaceState(null, '', `?subject=${encodeURIComponent('サイズ')}`);
    openForm({ indexed });
    await expect.poll(suggested).toHaveLength(3);
  });

  it('wait for words: half-converted kana are none', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { index } = openForm({ indexed });
      fieldNamed('subject').focus();
      await cdp().send('Input.imeSetComposition', { text: 'さいず', selectionStart: 3, selectionEnd: 3 });
      vi.advanceTimersByTime(1000);
      expect(index.asked).toEqual([]);
      await cdp().send('Input.insertText', { text: 'サイズ' });
      vi.advanceTimersByTime(1000);
      await expect.poll(suggested).toHaveLength(3);
      expect(index.asked).toEqual(['サイズ']);
    } finally {
      vi.useRealTimers();
    }
  });
});
