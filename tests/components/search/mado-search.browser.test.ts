import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readTrail } from '../../../components/base/trail.ts';
import { find, listen } from '../fixtures.ts';
import {
  announced,
  exchange,
  holdTheClock,
  openSearch,
  options,
  passPause,
  refund,
  returns,
  type,
} from './searching.ts';

holdTheClock();

describe('the search box', () => {
  it('is a combobox that says what it is, and that it is closed', async () => {
    const { field } = openSearch();
    await expect.element(page.getByRole('combobox', { name: 'ヘルプを検索', expanded: false })).toBeVisible();
    expect(field.getAttribute('aria-autocomplete')).toBe('list');
    expect(find(`#${field.getAttribute('aria-controls')}`).getAttribute('role')).toBe('listbox');
    expect(announced()).toBe('');
  });

  it('lists what it found, and says how much', async () => {
    const searches = listen('mado-search');
    openSearch();
    await type('返品');
    await expect.element(page.getByRole('listbox', { name: '検索結果' })).toBeVisible();
    await expect.element(page.getByRole('combobox', { expanded: true })).toBeVisible();
    expect(options()).toEqual([returns.title, exchange.title, refund.title]);
    expect(announced()).toBe('3件見つかりました');
    expect(searches).toEqual([{ version: 1, query: '返品', language: 'ja', results: 3, isSubmitted: false }]);
  });

  it('speaks the language of its page', async () => {
    openSearch({ language: 'en', indexed: [{ url: '#size', title: 'Another size', excerpt: 'Change the size.' }] });
    await type('size');
    await expect.element(page.getByRole('listbox', { name: 'Search results' })).toBeVisible();
    expect(announced()).toBe('1 page found');
  });

  it('says that nothing fits, and takes the question along to a person', async () => {
    openSearch();
    await type('領収書 & 印紙');
    const ask = page.getByRole('link', { name: 'お客様窓口に尋ねる' });
    await expect.element(ask).toBeVisible();
    expect(announced()).toBe('「領収書 & 印紙」に合うページは見つかりませんでした。');
    expect(find('.search-panel a').getAttribute('href')).toBe(
      `/ja/contact/?subject=${encodeURIComponent('領収書 & 印紙')}`,
    );
    await expect.element(page.getByRole('combobox', { expanded: false })).toBeVisible();
  });

  it('shows the last query’s results, however late an earlier answer comes', async () => {
    const { index } = openSearch({ isHeld: true });
    await type('返品');
    await expect.poll(() => index.asked).toEqual(['返品']);
    await type('返金');
    await expect.poll(() => index.asked).toEqual(['返品', '返金']);
    index.release('返金');
    await expect.poll(options).toEqual([refund.title]);
    const searches = listen('mado-search');
    index.release('返品');
    await type('交換');
    await expect.poll(() => index.asked).toContain('交換');
    index.release('交換');
    await expect.poll(options).toEqual([exchange.title]);
    expect(searches.map(({ query }) => query)).toEqual(['交換']);
  });

  it('takes titles and excerpts as text, whatever is in them', async () => {
    const html = '<img src="x" onerror="globalThis.isBroken = true">';
    openSearch({ indexed: [{ url: '#x', title: `返品&lt;b&gt;${html}`, excerpt: `返品 &amp; 交換${html}` }] });
    await type('返品');
    await expect.poll(options).toEqual(['返品<b>']);
    const option = find('[role=option]');
    expect(option.querySelector('img, b')).toBeNull();
    expect(option.querySelector('.result-excerpt')?.textContent).toBe('返品 & 交換');
    expect([...option.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['返品']);
    expect('isBroken' in globalThis).toBe(false);
  });

  it('opens a result that is clicked, without taking the reader out of the field first', async () => {
    const opened = listen('mado-result-opened');
    const { field } = openSearch();
    await type('返品');
    await expect.poll(options).toHaveLength(3);
    await userEvent.click(find('[role=option]:nth-child(2)'));
    expect(location.hash).toBe(exchange.url);
    expect(document.activeElement).toBe(field);
    expect(opened).toEqual([{ version: 1, query: '返品', url: exchange.url, rank: 2 }]);
    expect(readTrail()).toMatchObject([{ kind: 'search', query: '返品' }]);
  });

  it('closes when the reader leaves it, and opens again when they are back', async () => {
    openSearch();
    await type('返品');
    await expect.element(page.getByRole('listbox')).toBeVisible();
    await userEvent.tab();
    expect(document.activeElement).toBe(find('.search-submit'));
    await expect.element(page.getByRole('listbox')).toBeVisible();
    find('.search-submit').blur();
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('combobox'));
    await expect.element(page.getByRole('listbox')).toBeVisible();
  });

  it('stays closed for a reader who leaves before it answers', async () => {
    const { index, field } = openSearch();
    await userEvent.fill(field, '返品');
    field.blur();
    passPause();
    await expect.poll(announced).toBe('3件見つかりました');
    expect(index.asked).toEqual(['返品']);
    expect(find('.search-panel').hidden).toBe(true);
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('forgets what it found when the field is emptied', async () => {
    openSearch();
    await type('返品');
    await expect.poll(options).toHaveLength(3);
    await type('');
    await expect.poll(options).toEqual([]);
    expect(find('.search-panel').hidden).toBe(true);
    expect(announced()).toBe('');
  });
});
