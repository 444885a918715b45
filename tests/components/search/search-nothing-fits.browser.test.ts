import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { serveQuestions } from './question-index.ts';
import { announced, askAbout, offered, openSearch, options, refund } from './searching.ts';

const categories = [
  ['返品・交換', '/ja/categories/returns/'],
  ['お届け', '/ja/categories/delivery/'],
];
const nearest = 'ぴったりのページは見つかりませんでした。近い内容のページをご案内します。';

describe('search that finds nothing that surely fits', () => {
  it('says so in the panel, and offers what comes nearest, the categories and a person', async () => {
    serveQuestions();
    openSearch({ indexed: [refund] });
    await userEvent.fill(fieldNamed('q'), '返金 マットレス');
    await expect.poll(announced).toBe(nearest);
    expect(find('.search-note').textContent.trim()).toBe(nearest);
    expect(options()).toEqual([refund.title]);
    expect(offered()).toEqual([...categories, askAbout('返金 マットレス')]);
    await expect.element(page.getByRole('combobox', { expanded: true })).toBeVisible();
    await expectAccessible(find('main'));
  });

  it('says so on the page, and offers the same', async () => {
    serveQuestions();
    openSearch({ indexed: [refund], isResultsPage: true });
    await userEvent.fill(fieldNamed('q'), '返金 マットレス');
    await expect.poll(announced).toBe(nearest);
    expect(find('.search-count').textContent.trim()).toBe(nearest);
    await expect.element(page.getByRole('listitem').getByRole('link', { name: refund.title })).toBeVisible();
    expect(offered()).toEqual([...categories, askAbout('返金 マットレス')]);
    await expectAccessible(find('main'));
  });

  it.for([true, false])(
    'offers categories and a person when there is nothing at all, on the page: %s',
    async (isResultsPage) => {
      serveQuestions();
      openSearch({ indexed: [], isResultsPage });
      await userEvent.fill(fieldNamed('q'), 'qqqq');
      await expect.poll(announced).toBe('「qqqq」に合うページは見つかりませんでした。');
      expect(offered()).toEqual([...categories, askAbout('qqqq')]);
      expect(document.querySelectorAll('[role=option], .search-results')).toHaveLength(0);
      await expectAccessible(find('main'));
    },
  );
});
