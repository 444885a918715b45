import { describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { find } from '../fixtures.ts';
import {
  activeOption,
  announced,
  catchSubmit,
  holdTheClock,
  openSearch,
  options,
  passPause,
  returns,
  type,
} from './searching.ts';

holdTheClock();

/** What an input method does: kana that are not converted yet, then the words they become. */
const compose = (kana: string) =>
  cdp().send('Input.imeSetComposition', { text: kana, selectionStart: kana.length, selectionEnd: kana.length });
const convert = (words: string) => cdp().send('Input.insertText', { text: words });

describe('Japanese input in the search box', () => {
  it('searches for no half-converted kana, and for the words once they are there', async () => {
    const { index, field } = openSearch();
    field.focus();
    await compose('へ');
    await compose('へんぴん');
    passPause();
    expect(field.value).toBe('へんぴん');
    expect(index.asked).toEqual([]);
    await convert('返品');
    passPause();
    expect(field.value).toBe('返品');
    await expect.poll(options).toHaveLength(3);
    expect(index.asked).toEqual(['返品']);
  });

  it('takes English words with each letter, as a phone composes them', async () => {
    const { field } = openSearch({
      language: 'en',
      indexed: [{ url: '#size', title: 'Another size', excerpt: 'size' }],
    });
    field.focus();
    await compose('size');
    passPause();
    await expect.poll(options).toEqual(['Another size']);
    await compose('さ');
    passPause();
    expect(options()).toEqual(['Another size']);
  });

  it('leaves Enter and the arrows to the input method', async () => {
    const { field } = openSearch();
    await type('返品');
    await expect.poll(options).toHaveLength(3);
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returns.title);
    const submits = catchSubmit();

    await compose('へんきん');
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returns.title);
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toBe('');
    await userEvent.keyboard('{Escape}');
    expect(find('.search-panel').hidden).toBe(false);
    expect(document.activeElement).toBe(field);
    expect(submits.count).toBe(0);
  });

  it.for([true, false])(
    'neither sends the form nor follows a result with the Enter that Safari tells of afterwards, on the page: %s',
    async (isResultsPage) => {
      const { field } = openSearch({ isResultsPage });
      await type('返品');
      await expect.poll(announced).toBe('3件見つかりました');
      await userEvent.keyboard('{ArrowDown}');
      const submits = catchSubmit();
      const enter = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
      field.dispatchEvent(enter);
      expect(enter.defaultPrevented).toBe(true);
      expect(submits.count).toBe(0);
      expect(location.hash).toBe('');
    },
  );
});
