import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readTrail } from '../../../components/base/trail.ts';
import { find, listen } from '../fixtures.ts';
import { announced, askAbout, exchange, offered, openSearch, pages, returns } from './searching.ts';

const links = () =>
  [...document.querySelectorAll('.search-results a')].map((link) => [link.getAttribute('href'), link.textContent]);

describe('the search page', () => {
  it('answers the query in its address, as a list of links, and remembers it', async () => {
    const searches = listen('mado-search');
    history.replaceState(null, '', '?q=%E8%BF%94%E5%93%81');
    const { field } = openSearch({ isResultsPage: true });
    await expect.poll(links).toEqual(pages.map(({ url, title }) => [url, title]));
    expect(field.value).toBe('返品');
    expect(field.getAttribute('role')).toBeNull();
    expect(announced()).toBe('3件見つかりました');
    expect(searches).toMatchObject([{ query: '返品', isSubmitted: true }]);
    expect(readTrail()).toMatchObject([{ kind: 'search', query: '返品' }]);
  });

  it('keeps its address with what is typed, and leaves the trail for what is sent', async () => {
    const { field } = openSearch({ isResultsPage: true });
    await userEvent.fill(field, 'サイズ 交換');
    await expect.poll(links).toEqual([[exchange.url, exchange.title]]);
    expect(new URLSearchParams(location.search).get('q')).toBe('サイズ 交換');
    expect(readTrail()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(readTrail).toMatchObject([{ kind: 'search', query: 'サイズ 交換' }]);
    await userEvent.fill(field, '');
    await expect.poll(() => location.search).toBe('');
    expect(links()).toEqual([]);
  });

  it('follows a link like any other, and says which place it had', async () => {
    const opened = listen('mado-result-opened');
    const { field } = openSearch({ isResultsPage: true });
    await userEvent.fill(field, '返品');
    await expect.poll(links).toHaveLength(3);
    const [first] = document.querySelectorAll('.search-results a');
    if (first) await userEvent.click(first);
    expect(location.hash).toBe(returns.url);
    expect(opened).toEqual([{ version: 1, query: '返品', url: returns.url, rank: 1 }]);
  });

  it('says what it shows, and quietly offers a person below it', async () => {
    const { field } = openSearch({ isResultsPage: true });
    await userEvent.fill(field, '返品');
    await expect.poll(links).toHaveLength(3);
    expect(find('.search-heading').textContent).toBe('「返品」の検索結果');
    expect(find('.search-count').textContent.trim()).toBe('3件見つかりました');
    expect(offered()).toEqual([askAbout('返品')]);
  });
});
