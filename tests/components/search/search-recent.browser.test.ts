import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetSearches, recentSearches, rememberSearch } from '../../../components/search/recent-searches.ts';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { activeOption, announced, holdTheClock, openSearch, options, type } from './searching.ts';

/** What is offered before anything is typed. */
const offered = () => [...document.querySelectorAll('[role=option]')].map((option) => option.textContent.trim());
/** The same on the search page. */
const links = () => [...document.querySelectorAll('.recent-searches a')];
/** What a browser does that keeps nothing for this site. */
const refuseStorage = (): never => {
  throw new DOMException('The operation is insecure', 'SecurityError');
};

describe('recent searches', () => {
  holdTheClock();

  it('are the last five of a language, latest first, each of them once', () => {
    openSearch();
    for (const query of ['一', '二', '三', '二', '四', '五', '六']) rememberSearch(query, 'ja');
    rememberSearch('size', 'en');
    expect(recentSearches('ja')).toEqual(['六', '五', '四', '二', '三']);
    expect(recentSearches('en')).toEqual(['size']);
    forgetSearches();
    expect(recentSearches('ja')).toEqual([]);
    expect(recentSearches('en')).toEqual([]);
  });

  it.for(['no JSON', '7', 'null', '{"ja":"返品"}', '{"ja":[1,null,""]}'])('are none when %s is stored', (stored) => {
    openSearch();
    localStorage.setItem('mado-recent-searches', stored);
    expect(recentSearches('ja')).toEqual([]);
    rememberSearch('返品', 'ja');
    expect(recentSearches('ja')).toEqual(['返品']);
  });

  it('are done without where nothing may be stored', async () => {
    const storage = vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(refuseStorage);
    try {
      const { field } = openSearch();
      field.focus();
      rememberSearch('返品', 'ja');
      forgetSearches();
      expect(recentSearches('ja')).toEqual([]);
      await type('返品');
      await expect.poll(options).toHaveLength(3);
    } finally {
      storage.mockRestore();
    }
  });

  it('are what was sent or led to a page, not what was only typed', async () => {
    openSearch();
    await type('返金');
    await expect.poll(options).toHaveLength(1);
    await type('返品');
    await expect.poll(options).toHaveLength(3);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(recentSearches('ja')).toEqual(['返品']);
  });

  it('are offered in the empty field, and searched for again with Enter', async () => {
    rememberSearch('返金', 'ja');
    rememberSearch('返品', 'ja');
    const { field } = openSearch();
    await expect.poll(() => find('.search-panel').hidden).toBe(true);
    await userEvent.click(field);
    await expect.element(page.getByRole('listbox', { name: '最近の検索' })).toBeVisible();
    await expect.element(page.getByRole('combobox', { expanded: true })).toBeVisible();
    expect(offered()).toEqual(['返品', '返金']);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(activeOption()).toBe('返金');
    await userEvent.keyboard('{Enter}');
    expect(field.value).toBe('返金');
    await expect.poll(options).toEqual(['返金の時期']);
    await expect.poll(announced).toBe('1件見つかりました');
  });

  it('come back when the field is emptied', async () => {
    rememberSearch('返金', 'ja');
    openSearch();
    await type('返品');
    await expect.poll(options).toHaveLength(3);
    await type('');
    await expect.poll(offered).toEqual(['返金']);
  });

  it('are forgotten with a button beside the list, by keyboard as by hand', async () => {
    rememberSearch('返品', 'ja');
    const { field } = openSearch();
    await userEvent.click(field);
    await expect.poll(offered).toEqual(['返品']);
    expect(find('.recent-note').textContent).toContain('この端末にだけ保存しています。');
    expect(find('.recent-forget').closest('[role=listbox]')).toBeNull();
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement).toBe(find('.recent-forget'));
    await userEvent.keyboard('{Enter}');
    await expect.poll(announced).toBe('検索履歴を消しました。');
    expect(recentSearches('ja')).toEqual([]);
    expect(document.activeElement).toBe(field);
    expect(find('.search-panel').hidden).toBe(true);
  });

  it('are links on the search page while it asks nothing', async () => {
    rememberSearch('サイズ 交換', 'ja');
    const { field } = openSearch({ isResultsPage: true });
    await expect
      .poll(() => links().map((link) => link.getAttribute('href')))
      .toEqual([`/ja/search/?q=${encodeURIComponent('サイズ 交換')}`]);
    await type('返品');
    await expect.poll(() => links().length).toBe(0);
    await type('');
    await expect.poll(() => links().length).toBe(1);
    await userEvent.click(find('.recent-forget'));
    await expect.poll(() => links().length).toBe(0);
    expect(document.activeElement).toBe(field);
  });
});

describe('recent searches have no barriers', () => {
  it.for([true, false])('on the page: %s', async (isResultsPage) => {
    rememberSearch('返品', 'ja');
    rememberSearch('<b>', 'ja');
    const { field } = openSearch({ isResultsPage });
    field.focus();
    await expect.poll(() => document.querySelector('.recent-note')).not.toBeNull();
    await expectAccessible(find('main'));
  });
});
