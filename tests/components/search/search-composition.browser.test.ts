import { describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { find } from '../fixtures.ts';
import { activeOption, holdTheClock, openSearch, options, passPause, returns, type } from './searching.ts';

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

  it('leaves Enter and the arrows to the input method', async () => {
    const { field } = openSearch();
    await type('返品');
    await expect.poll(options).toHaveLength(3);
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returns.title);
    find('.search-form').addEventListener('submit', (event) => event.preventDefault());

    await compose('へんきん');
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returns.title);
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toBe('');
    await userEvent.keyboard('{Escape}');
    expect(find('.search-panel').hidden).toBe(false);
    expect(document.activeElement).toBe(field);
  });
});
