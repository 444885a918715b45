import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fieldNamed, find, listen } from '../fixtures.ts';
import {
  activeOption,
  catchSubmit,
  exchange,
  holdTheClock,
  offered,
  openSearch,
  options,
  refund,
  returns,
  type,
} from './searching.ts';

holdTheClock();

/** The search box with three results, and the keyboard on its field. */
async function openWithResults() {
  const opened = openSearch();
  await type('返品');
  await expect.poll(options).toHaveLength(3);
  return opened;
}

const all = '「返品」の検索結果をすべて見る';

describe('the keyboard in the search box', () => {
  it('goes down through the results, to all of them, and back to the field', async () => {
    const { field } = await openWithResults();
    const visited: (string | null)[] = [];
    for (let press = 0; press < 6; press += 1) {
      await userEvent.keyboard('{ArrowDown}');
      visited.push(activeOption());
    }
    expect(visited).toEqual([returns.title, exchange.title, refund.title, all, null, returns.title]);
    expect(document.activeElement).toBe(field);
  });

  it('goes up from the field to the last option and on to the field', async () => {
    await openWithResults();
    const visited: (string | null)[] = [];
    for (let press = 0; press < 5; press += 1) {
      await userEvent.keyboard('{ArrowUp}');
      visited.push(activeOption());
    }
    expect(visited).toEqual([all, refund.title, exchange.title, returns.title, null]);
  });

  it('opens the result it is on with Enter, instead of sending the form', async () => {
    const opened = listen('mado-result-opened');
    await openWithResults();
    const submits = catchSubmit();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(location.hash).toBe(exchange.url);
    expect(opened).toMatchObject([{ url: exchange.url, rank: 2 }]);
    expect(submits.count).toBe(0);
  });

  it('sends the form with Enter from the field', async () => {
    await openWithResults();
    const submits = catchSubmit();
    await userEvent.keyboard('{Enter}');
    expect(submits.count).toBe(1);
    expect(location.hash).toBe('');
  });

  it('closes with Escape and keeps what was typed; the arrows open it again', async () => {
    const { field } = await openWithResults();
    await userEvent.keyboard('{ArrowDown}{Escape}');
    expect(find('.search-panel').hidden).toBe(true);
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(activeOption()).toBeNull();
    expect(field.value).toBe('返品');
    await userEvent.keyboard('{ArrowDown}');
    expect(find('.search-panel').hidden).toBe(false);
    expect(activeOption()).toBe(returns.title);
  });

  it('empties the field with a second Escape, and stays where it is', async () => {
    const { field } = await openWithResults();
    await userEvent.keyboard('{Escape}{Escape}');
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
    expect(find('.search-panel').hidden).toBe(true);
    expect(options()).toEqual([]);
  });

  it.for(['{Home}', '{End}', '{ArrowLeft}', '{ArrowRight}'])('is back in the text with %s', async (key) => {
    const { field } = await openWithResults();
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returns.title);
    await userEvent.keyboard(key);
    expect(activeOption()).toBeNull();
    expect(field.selectionStart).toBe({ '{Home}': 0, '{ArrowLeft}': 1 }[key] ?? 2);
    expect(find('.search-panel').hidden).toBe(false);
  });

  it.for(['{Shift>}{ArrowDown}{/Shift}', '{Alt>}{ArrowDown}{/Alt}', '{Control>}{Enter}{/Control}'])(
    'leaves %s to the browser',
    async (keys) => {
      await openWithResults();
      catchSubmit();
      await userEvent.keyboard(keys);
      expect(activeOption()).toBeNull();
      expect(location.hash).toBe('');
    },
  );

  it('leads from what stands beside the options back to the field with Escape', async () => {
    const { field } = openSearch();
    await type('領収書');
    await expect.poll(() => offered().length).toBeGreaterThan(0);
    find('.search-panel a').focus();
    expect(find('.search-panel').hidden).toBe(false);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(field);
    expect(find('.search-panel').hidden).toBe(true);
    expect(field.value).toBe('領収書');
  });

  it('forgets the result it was on when the query changes', async () => {
    const { field } = await openWithResults();
    await userEvent.keyboard('{ArrowDown}');
    await type('返金');
    await expect.poll(options).toEqual([refund.title]);
    expect(activeOption()).toBeNull();
    expect(field.getAttribute('aria-activedescendant')).toBeNull();
  });

  it('is left alone while there is nothing to choose', async () => {
    openSearch();
    fieldNamed('q').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBeNull();
    expect(find('.search-panel').hidden).toBe(true);
  });
});
