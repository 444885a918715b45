import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, listen } from '../fixtures.ts';
import { returnPolicy, serveQuestions } from './question-index.ts';
import {
  announced,
  exchange,
  holdTheClock,
  openSearch,
  options,
  optionsAre,
  passPause,
  put,
  type,
} from './searching.ts';

holdTheClock();

describe('a query that is typed', () => {
  it('is answered with every key by its questions, without a pause', async () => {
    serveQuestions();
    const { index } = openSearch({ indexed: [] });
    put('返');
    put('返品');
    await optionsAre([returnPolicy.title]);
    expect(index.asked).toEqual([]);
  });

  it('is counted and announced once it has settled, not with each key', async () => {
    const searches = listen('mado-search');
    serveQuestions();
    const { index } = openSearch({ indexed: [] });
    for (const typed of ['h', 'he', 'hen', 'henp', 'henpi', 'henpin']) put(typed);
    await optionsAre([returnPolicy.title]);
    expect(announced()).toBe('');
    expect(searches).toEqual([]);
    passPause();
    await expect.poll(announced).toBe('1件見つかりました');
    expect(searches).toEqual([{ version: 1, query: 'henpin', language: 'ja', results: 1, isSubmitted: false }]);
    expect(index.asked).toEqual([]);
  });

  it('is the same one with a space behind it', async () => {
    const searches = listen('mado-search');
    serveQuestions();
    const { index } = openSearch({ indexed: [] });
    await type('返品');
    await expect.poll(announced).toBe('1件見つかりました');
    await type('返品 ');
    passPause();
    expect(announced()).toBe('1件見つかりました');
    expect(searches).toHaveLength(1);
    expect(index.asked).toEqual(['返品']);
  });

  it('takes the place of results it has nothing to do with, if it has to be waited for', async () => {
    serveQuestions();
    const { index } = openSearch({ indexed: [exchange], isHeld: true });
    await type('返品');
    await expect.poll(options).toEqual([returnPolicy.title]);
    put('サイズ');
    vi.advanceTimersByTime(200);
    expect(options()).toEqual([returnPolicy.title]);
    passPause();
    await expect.poll(options).toEqual([]);
    expect(find('.search-note').textContent).toBe('検索しています…');
    await expect.poll(() => index.asked).toContain('サイズ');
    index.release('サイズ');
    await expect.poll(options).toEqual([exchange.title]);
  });

  it('is asked for at once when it is sent', async () => {
    const searches = listen('mado-search');
    serveQuestions();
    openSearch({ indexed: [], isResultsPage: true });
    put('返品').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(announced).toBe('1件見つかりました');
    expect(searches).toEqual([{ version: 1, query: '返品', language: 'ja', results: 1, isSubmitted: true }]);
  });
});

describe('a search whose network goes', () => {
  it('still answers from its questions', async () => {
    const served = serveQuestions();
    const { index } = openSearch({ indexed: [] });
    await type('返品');
    await expect.poll(options).toContain(returnPolicy.title);
    served.ja = 'unreachable';
    index.isBroken = true;
    await type('へんぴん');
    await expect.poll(options).toEqual([returnPolicy.title]);
  });
});
