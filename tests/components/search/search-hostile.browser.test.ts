import { describe, expect, it, onTestFinished } from 'vitest';
import { expectAccessible } from '../accessible.ts';
import { find } from '../fixtures.ts';
import { serveQuestions } from './question-index.ts';
import { announced, openSearch } from './searching.ts';

const queries: [what: string, query: string][] = [
  ['ten thousand characters', 'あ'.repeat(10_000)],
  ['control characters', '\u0007\u0000返品\u001b[31m'],
  ['half a character', '返品\ud83d'],
  ['the other half', '\ude00'],
  ['markup', '<img src=x onerror="globalThis.isBroken = true"><script>alert(1)</script>'],
  ['text from right to left', 'مرحبا \u202eabc'],
  ['a pattern', '(.*)+$[\\'],
  ['percent signs', '100% %E3%81 %'],
  ['braces of a template', '${alert(1)} {{7*7}}'],
];

/** Errors that nobody caught, while the test lasts. */
function uncaught(): string[] {
  const errors: string[] = [];
  const keep = (event: Event) => errors.push(event.type);
  for (const type of ['error', 'unhandledrejection']) {
    globalThis.addEventListener(type, keep);
    onTestFinished(() => globalThis.removeEventListener(type, keep));
  }
  return errors;
}

/** Puts something into the field that its `maxlength` would not let somebody type. */
function put(field: HTMLInputElement | HTMLTextAreaElement, query: string): void {
  field.focus();
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

describe('search is calm about', () => {
  it.for(queries)('%s, typed', async ([, query]) => {
    const errors = uncaught();
    serveQuestions();
    const { field } = openSearch();
    put(field, query);
    await expect.poll(announced).not.toBe('');
    expect(document.querySelector('mado-search :is(img, script)')).toBeNull();
    expect('isBroken' in globalThis).toBe(false);
    expect(announced().length).toBeLessThan(100);
    expect(find('.search-panel').scrollWidth).toBeLessThanOrEqual(find('.search-panel').clientWidth);
    for (const link of document.querySelectorAll('mado-search a')) {
      expect(() => decodeURIComponent(link.getAttribute('href') ?? '%')).not.toThrow();
    }
    expect(errors).toEqual([]);
  });

  it.for(queries)('%s, in the address', async ([, query]) => {
    const errors = uncaught();
    serveQuestions();
    history.replaceState(null, '', `?q=${encodeURIComponent(query.toWellFormed())}`);
    openSearch({ isResultsPage: true });
    await expect.poll(announced).not.toBe('');
    expect(document.querySelector('mado-search :is(img, script)')).toBeNull();
    expect('isBroken' in globalThis).toBe(false);
    expect(find('.search-heading').textContent.length).toBeLessThan(100);
    expect(location.search.length).toBeLessThan(2000);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    expect(errors).toEqual([]);
  });

  it('an address that is no address', async () => {
    serveQuestions();
    history.replaceState(null, '', '?q=%&kind=%E3%81&category=<b>');
    const { field } = openSearch({ isResultsPage: true });
    await expect.poll(announced).not.toBe('');
    expect(field.value).toBe('%');
  });

  it('the direction of what it shows back: a query keeps its own', async () => {
    serveQuestions();
    history.replaceState(null, '', '?q=مرحبا');
    const { field } = openSearch({ isResultsPage: true });
    await expect.poll(announced).not.toBe('');
    expect(find('.search-heading bdi').textContent).toBe('مرحبا');
    expect(getComputedStyle(field).direction).toBe('rtl');
    await expectAccessible(find('main'));
  });
});
