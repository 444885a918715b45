import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { returnPolicy, serveQuestions } from './question-index.ts';
import { activeOption, announced, openSearch, options, returns } from './searching.ts';

describe('the search box has no barriers', () => {
  it.for(['ja', 'en'] as const)('before anything is typed, in %s', async (language) => {
    openSearch({ language });
    await expectAccessible(find('main'));
  });

  it('with results, one of them chosen', async () => {
    openSearch();
    await userEvent.fill(fieldNamed('q'), '返品');
    await expect.poll(options).toHaveLength(3);
    await expectAccessible(find('main'));
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returns.title);
    await expectAccessible(find('main'));
  });

  it('when nothing fits', async () => {
    openSearch();
    await userEvent.fill(fieldNamed('q'), '領収書');
    await expect.poll(announced).toContain('見つかりませんでした');
    await expectAccessible(find('main'));
  });

  it('on the search page, with results and with none', async () => {
    openSearch({ isResultsPage: true });
    await userEvent.fill(fieldNamed('q'), '返品');
    await expect.poll(announced).toBe('3件見つかりました');
    await expectAccessible(find('main'));
    await userEvent.fill(fieldNamed('q'), '領収書');
    await expect.poll(announced).toContain('見つかりませんでした');
    await expectAccessible(find('main'));
  });

  it.for([true, false])('while it is waited for, on the page: %s', async (isResultsPage) => {
    openSearch({ isHeld: true, isResultsPage });
    await userEvent.fill(fieldNamed('q'), '返品');
    await expect.poll(() => document.querySelector('.search-note, .search-count')?.textContent).toBe('検索しています…');
    await expectAccessible(find('main'));
  });
});

describe('a search box that is sure has no barriers', () => {
  it.for([true, false])('on the page: %s', async (isResultsPage) => {
    serveQuestions();
    openSearch({ indexed: [], isResultsPage });
    await userEvent.fill(fieldNamed('q'), returnPolicy.title);
    await expect.poll(announced).toBe('1件見つかりました');
    expect(find('.result-answer-label').textContent).toBe('お答え');
    await expectAccessible(find('main'));
  });

  it('names its options by their titles first', async () => {
    serveQuestions();
    openSearch({ indexed: [] });
    await userEvent.fill(fieldNamed('q'), returnPolicy.title);
    await expect
      .element(page.getByRole('option', { name: /^返品できる条件 .*お答え ?到着から30日以内/ }))
      .toBeVisible();
    await expect.element(page.getByRole('option', { name: '「返品できる条件」の検索結果をすべて見る' })).toBeVisible();
  });
});
