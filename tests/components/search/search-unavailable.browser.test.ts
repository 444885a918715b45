import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectAccessible } from '../accessible.ts';
import { fieldNamed, find } from '../fixtures.ts';
import { announced, askAbout, offered, openSearch, options, refund } from './searching.ts';

// One test: an index that has been loaded once stays loaded.
describe('a search index that cannot be loaded', () => {
  it('is spoken of where its results would be, can be closed, and is tried again with a button', async () => {
    const { index } = openSearch();
    index.isBroken = true;
    await userEvent.fill(fieldNamed('q'), '返品');
    await expect.poll(announced).toContain('検索を読み込めませんでした');
    expect(find('.search-panel').hidden).toBe(false);
    expect(find('.search-note').textContent).toBe(announced());
    expect(offered()).toEqual([['もう一度試す', null], askAbout('返品')]);
    await expectAccessible(find('main'));

    await userEvent.keyboard('{Escape}');
    expect(find('.search-panel').hidden).toBe(true);
    expect(fieldNamed('q').value).toBe('返品');

    await userEvent.fill(fieldNamed('q'), '返金');
    await expect.poll(announced).toContain('検索を読み込めませんでした');
    index.isBroken = false;
    await userEvent.click(find('.search-failed button'));
    await expect.poll(options).toEqual([refund.title]);
    await expect.poll(announced).toBe('1件見つかりました');
    expect(document.activeElement).toBe(fieldNamed('q'));
    expect(find('.search-panel').hidden).toBe(false);
  });
});
