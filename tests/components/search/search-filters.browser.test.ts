import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { find, listen } from '../fixtures.ts';
import { deliveryFees, japanese, returnPolicy, returnSteps, serveQuestions } from './question-index.ts';
import { announced, askAbout, offered, openSearch } from './searching.ts';

const titles = () => [...document.querySelectorAll('.search-results a')].map((link) => link.textContent);
const select = (name: string) => page.getByRole('combobox', { name });
const inAddress = () => Object.fromEntries(new URLSearchParams(location.search));

/** The search page on three pages, with that address. */
async function openPage(address: string) {
  serveQuestions({ ja: { ...japanese, pages: [returnPolicy, returnSteps, deliveryFees] } });
  history.replaceState(null, '', address);
  const opened = openSearch({ isResultsPage: true, indexed: [] });
  await expect.poll(announced).not.toBe('');
  return opened;
}

describe('filters on the search page', () => {
  it('keep to a kind and a category, say how many are left, and stand in the address', async () => {
    await openPage('?q=返品');
    expect(titles().toSorted()).toEqual([returnPolicy.title, returnSteps.title].toSorted());
    await select('種類').selectOptions('手順');
    await expect.poll(titles).toEqual([returnSteps.title]);
    await expect.poll(announced).toBe('1件見つかりました');
    expect(inAddress()).toEqual({ q: '返品', kind: 'guides' });
    await select('分類').selectOptions('返品・交換');
    await expect.poll(inAddress).toEqual({ q: '返品', kind: 'guides', category: 'returns' });
    expect(titles()).toEqual([returnSteps.title]);
  });

  it('are taken from the address, and kept while something else is searched for', async () => {
    const { field } = await openPage('?q=返品&kind=faq&category=returns');
    expect(titles()).toEqual([returnPolicy.title]);
    await expect.element(select('種類')).toHaveValue('faq');
    await expect.element(select('分類')).toHaveValue('returns');
    await userEvent.fill(field, '返品 期限');
    await expect.poll(inAddress).toEqual({ q: '返品 期限', kind: 'faq', category: 'returns' });
  });

  it.for(['kind=news', 'category=no-such', 'kind=toString&category=%'])(
    'are none when %s is asked for',
    async (odd) => {
      await openPage(`?q=返品&${odd}`);
      expect(titles()).toHaveLength(2);
      expect(inAddress()).toEqual({ q: '返品' });
      expect(document.querySelector('.filter-clear')).toBeNull();
    },
  );

  it('are cleared with one button, which leaves the keyboard at the filters', async () => {
    await openPage('?q=返品&kind=guides');
    find('.filter-clear').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(titles).toHaveLength(2);
    await expect.element(select('種類')).toHaveFocus();
    await expect.element(select('種類')).toHaveValue('');
    expect(inAddress()).toEqual({ q: '返品' });
  });

  it('know the forum where there is one, and then show its threads alone', async () => {
    await openPage('?q=返品');
    expect([...document.querySelectorAll('[name=kind] option')].map((option) => option.textContent)).not.toContain(
      'フォーラム',
    );
    const indexed = window.fetch;
    const thread = { url: '/ja/forum/8/', title: '返品の箱', excerpt: '箱を捨てました。', board: 'returns' };
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) =>
      url.startsWith('/api/forum/search')
        ? Response.json({ threads: [{ ...thread, isSolved: true, lastPostAt: 0, score: 1 }] })
        : indexed(url, init),
    );
    const box = find('mado-search') as HTMLElementTagNameMap['mado-search'];
    box.toggleAttribute('data-forum', true);
    box.requestUpdate();
    await select('種類').selectOptions('フォーラム');
    await expect.poll(titles).toEqual(['返品の箱']);
    expect(inAddress()).toEqual({ q: '返品', kind: 'forum' });
    await expectAccessible(find('main'));
  });

  it('say so when they leave nothing, and can be cleared there', async () => {
    await openPage('?q=返品&kind=troubleshooting');
    expect(announced()).toBe('この絞り込みに合うページは見つかりませんでした。');
    expect(find('.search-count').textContent).toContain(announced());
    expect(offered()).toContainEqual(askAbout('返品'));
    await expectAccessible(find('main'));
    await userEvent.click(find('.filter-clear'));
    await expect.poll(titles).toHaveLength(2);
  });

  it('stay under the keyboard while an answer is waited for', async () => {
    serveQuestions();
    history.replaceState(null, '', '?q=マットレス');
    const { index } = openSearch({ isResultsPage: true, indexed: [], isHeld: true });
    await expect.poll(() => index.asked).toHaveLength(1);
    index.release('マットレス');
    await expect.poll(announced).not.toBe('');
    find('[name=kind]').focus();
    await select('種類').selectOptions('手順');
    await expect.poll(() => find('.search-count').textContent).toBe('検索しています…');
    expect(document.activeElement).toBe(find('[name=kind]'));
  });

  it('count as the same search', async () => {
    const searches = listen('mado-search');
    await openPage('?q=返品');
    await select('種類').selectOptions('手順');
    await expect.poll(announced).toBe('1件見つかりました');
    expect(searches).toHaveLength(1);
  });

  it('can be hit with a thumb', async () => {
    await openPage('?q=返品&kind=faq');
    for (const control of document.querySelectorAll('.search-filters select, .filter-clear')) {
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
  });

  it('are not in the panel', async () => {
    serveQuestions();
    openSearch({ indexed: [] });
    await userEvent.fill(find('.search-field'), '返品');
    await expect.poll(announced).not.toBe('');
    expect(document.querySelector('select')).toBeNull();
  });
});
