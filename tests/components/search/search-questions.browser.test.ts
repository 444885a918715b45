import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find } from '../fixtures.ts';
import { deliveryFees, english, returnPolicy, serveQuestions } from './question-index.ts';
import { activeOption, holdTheClock, openSearch, options, type } from './searching.ts';

describe('search with a question index', () => {
  holdTheClock();

  it('answers from it at once, and is joined by the full text when that arrives', async () => {
    serveQuestions();
    const { index } = openSearch({
      indexed: [{ url: '/ja/guides/pack/', title: '荷造り', excerpt: '返品の箱' }],
      isHeld: true,
    });
    await type('返品');
    await expect.poll(options).toEqual(['返品できる条件']);
    await expect.poll(() => index.asked).toEqual(['返品']);
    index.release('返品');
    await expect.poll(options).toEqual(['返品できる条件', '荷造り']);
  });

  it('keeps the keyboard on its result when the full text moves that to another place', async () => {
    serveQuestions();
    const { index } = openSearch({
      indexed: [{ url: deliveryFees.fragment, title: deliveryFees.title, excerpt: '期限 無料 箱' }],
      isHeld: true,
    });
    await type('期限 無料 箱');
    await expect.poll(options).toEqual([returnPolicy.title, deliveryFees.title]);
    await userEvent.keyboard('{ArrowDown}');
    expect(activeOption()).toBe(returnPolicy.title);
    for (const words of ['期限 無料 箱', '期限', '無料', '箱']) {
      await expect.poll(() => index.asked).toContain(words);
      index.release(words);
    }
    await expect.poll(options).toEqual([deliveryFees.title, returnPolicy.title]);
    expect(activeOption()).toBe(returnPolicy.title);
  });

  it('understands kana, romaji and whole sentences, and opens the section that is meant', async () => {
    serveQuestions();
    openSearch({ indexed: [] });
    for (const query of ['へんぴん', 'henpin', '返品できないものを教えてください']) {
      await type(query);
      await expect.poll(() => options()[0], { message: query }).toBe('返品できる条件');
    }
  });

  it('shows the answer itself when it is sure, as text', async () => {
    serveQuestions();
    openSearch({ indexed: [] });
    await type('返品できる条件');
    await expect
      .poll(() => document.querySelector('.result-excerpt[data-direct]')?.textContent)
      .toBe('到着から30日以内なら返品できます。<b>');
    expect(document.querySelector('.result-answer-label')?.textContent).toBe('お答え');
    expect(document.querySelectorAll('[data-direct] :is(mark, b)')).toHaveLength(0);
  });

  it('shows the others as excerpts, with the words marked', async () => {
    serveQuestions();
    openSearch({ indexed: [] });
    await type('返品 送料');
    await expect.poll(options).toEqual([deliveryFees.title, returnPolicy.title]);
    const other = find('.result-excerpt:not([data-direct])');
    expect(other.textContent).toBe(returnPolicy.answer);
    expect([...other.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['返品']);
  });

  it('shows what the other language has, and says so, when the reader’s has nothing', async () => {
    serveQuestions({ en: english });
    openSearch({ indexed: [] });
    await type('zebra');
    await expect.poll(options).toEqual(['Personal data']);
    expect(document.querySelector('.result-kind[lang=en]')?.textContent).toBe('Page in English');
  });
});
