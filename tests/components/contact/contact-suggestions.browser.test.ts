import { describe, expect, it, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { fieldNamed, listen } from '../fixtures.ts';
import type { IndexedPage } from '../search-index.ts';
import { useServer } from '../network.ts';
import { opened, openForm, send, write } from './writing.ts';

const indexed: IndexedPage[] = ['exchange', 'return', 'refund', 'repair'].map((name, index) => ({
  url: `#${name}`,
  title: `サイズ ${index + 1}`,
  excerpt: 'サイズのこと',
}));
const suggested = () =>
  [...document.querySelectorAll('.suggestions a')].map((link) => [link.getAttribute('href'), link.textContent]);

describe('suggestions while the subject is written', () => {
  it('are the three best pages, which open beside the form', async () => {
    const opened = listen('mado-suggestion-opened');
    openForm({ indexed });
    await userEvent.fill(fieldNamed('subject'), 'サイズ');
    await expect.poll(suggested).toEqual([
      ['#exchange', 'サイズ 1'],
      ['#return', 'サイズ 2'],
      ['#refund', 'サイズ 3'],
    ]);
    const [, second] = document.querySelectorAll<HTMLElement>('.suggestions a');
    expect(second?.getAttribute('target')).toBe('_blank');
    second?.addEventListener('click', (event) => event.preventDefault());
    second?.click();
    expect(opened).toEqual([{ version: 1, url: '#return', rank: 2 }]);
  });

  it('go when the subject does', async () => {
    openForm({ indexed });
    await userEvent.fill(fieldNamed('subject'), 'サイズ');
    await expect.poll(suggested).toHaveLength(3);
    await userEvent.fill(fieldNamed('subject'), '');
    await expect.poll(suggested).toEqual([]);
  });

  it('come for a subject that the address brings along', async () => {
    history.replaceState(null, '', `?subject=${encodeURIComponent('サイズ')}`);
    openForm({ indexed });
    await expect.poll(suggested).toHaveLength(3);
  });

  it('wait for words: half-converted kana are none', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { index } = openForm({ indexed });
      fieldNamed('subject').focus();
      await cdp().send('Input.imeSetComposition', { text: 'さいず', selectionStart: 3, selectionEnd: 3 });
      vi.advanceTimersByTime(1000);
      expect(index.asked).toEqual([]);
      await cdp().send('Input.insertText', { text: 'サイズ' });
      vi.advanceTimersByTime(1000);
      await expect.poll(suggested).toHaveLength(3);
      expect(index.asked).toEqual(['サイズ']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('suggestions while the message is written', () => {
  it('come for its first sentence, below it, after those of the subject', async () => {
    openForm({ indexed: indexed.slice(0, 2) });
    await userEvent.fill(fieldNamed('message'), 'サイズ。よろしくお願いします。');
    await expect.poll(suggested).toHaveLength(2);
    expect(document.querySelector('[data-place=message-suggestions] .suggestions')).not.toBeNull();
    expect(document.querySelector('[data-place=suggestions] .suggestions')).toBeNull();
  });

  it('wait for words, too: half-converted kana are none', async () => {
    const { index } = openForm({ indexed });
    fieldNamed('message').focus();
    await cdp().send('Input.imeSetComposition', { text: 'さいず', selectionStart: 3, selectionEnd: 3 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(index.asked).toEqual([]);
    await cdp().send('Input.insertText', { text: 'サイズ' });
    await expect.poll(suggested).toHaveLength(3);
  });
});

describe('an offered article that ends the writing', () => {
  it('is counted when its reader says so; nothing of the message stays, and they may write after all', async () => {
    const deflected = listen('mado-deflected');
    await openOffered();
    document.querySelector<HTMLElement>('.suggestions-solved button')?.click();
    await expect.poll(() => document.activeElement?.className).toContain('solved');
    expect(deflected).toEqual([{ version: 1, url: '#exchange', how: 'solved' }]);
    expect(localStorage.getItem('mado-contact-draft')).toBeNull();
    expect(document.querySelector('form')?.hidden).toBe(true);
    document.querySelector<HTMLElement>('.solved button')?.click();
    await expect.poll(() => document.activeElement).toBe(fieldNamed('subject'));
    expect(document.querySelector('form')?.hidden).toBe(false);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(deflected).toHaveLength(1);
  });

  it('is counted when its reader leaves the form unsent', async () => {
    const deflected = listen('mado-deflected');
    await openOffered();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(deflected).toEqual([{ version: 1, url: '#exchange', how: 'left' }]);
  });

  it('is not counted when the message is sent after all, or no article was opened', async () => {
    const deflected = listen('mado-deflected');
    useServer({ status: 201, json: opened });
    await openOffered();
    await write();
    await send();
    await expect.poll(() => document.querySelector('.receipt')).not.toBeNull();
    openForm({ indexed });
    await userEvent.fill(fieldNamed('subject'), 'サイズ');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(deflected).toEqual([]);
  });
});

/** A form whose subject led to articles, one of which its writer has opened. */
async function openOffered() {
  openForm({ indexed });
  await userEvent.fill(fieldNamed('subject'), 'サイズ');
  await expect.poll(suggested).toHaveLength(3);
  expect(document.querySelector('.suggestions-solved')).toBeNull();
  const link = document.querySelector<HTMLElement>('.suggestions a');
  link?.addEventListener('click', (event) => event.preventDefault());
  link?.click();
  await expect.poll(() => document.querySelector('.suggestions-solved')).not.toBeNull();
}
