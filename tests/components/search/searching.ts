import { afterEach, beforeEach, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../components/search/mado-search.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { fieldNamed, find, searchBox, show } from '../fixtures.ts';
import { type IndexedPage, useIndex } from '../search-index.ts';

export const returns: IndexedPage = { url: '#returns', title: '返品できる条件', excerpt: '返品は30日以内です。' };
export const exchange: IndexedPage = { url: '#exchange', title: 'サイズの交換', excerpt: '返品せずに交換できます。' };
export const refund: IndexedPage = { url: '#refund', title: '返金の時期', excerpt: '返品が着いてから5日です。' };
export const pages = [returns, exchange, refund];

/** The pause before a search is the test's: it passes when `type` says so, and no test waits for it. */
export function holdTheClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** A page with the search box, on an index of these pages. */
export function openSearch(
  options: { indexed?: readonly IndexedPage[]; isHeld?: boolean; language?: Language; isResultsPage?: boolean } = {},
) {
  const { indexed = pages, isHeld = false, language = 'ja', isResultsPage = false } = options;
  const index = useIndex(indexed, { isHeld });
  show(searchBox(language, isResultsPage), language);
  return { index, field: fieldNamed('q') };
}

/** Types without moving the held clock, as `userEvent` does while it looks for the field on a busy machine. */
export function put(query: string): HTMLInputElement {
  const field = fieldNamed('q') as HTMLInputElement;
  field.value = query;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return field;
}

/** Types a query and lets the pause after it pass. */
export async function type(query: string): Promise<void> {
  await userEvent.fill(fieldNamed('q'), query);
  passPause();
}

export function passPause(): void {
  vi.advanceTimersByTime(1000);
}

export function options(): string[] {
  return [...document.querySelectorAll('[role=option] .result-title')].map((title) => title.textContent);
}

/** Waits for options without moving the held clock, as `expect.poll` does with every look. */
export async function optionsAre(titles: readonly string[]): Promise<void> {
  while (options().join('\n') !== titles.join('\n')) await new Promise(requestAnimationFrame);
}

/** What a screen reader is told. */
export function announced(): string {
  return find('mado-search [role=status]').textContent.trim();
}

/** The option the arrow keys are on, by its title; `null` when they are on the field itself. */
export function activeOption(): string | null {
  const id = fieldNamed('q').getAttribute('aria-activedescendant');
  if (id === null) return null;
  const [selected, ...more] = document.querySelectorAll('[role=option][aria-selected=true]');
  if (selected?.id !== id || more.length > 0) throw new Error('Another option is selected than the field says');
  return (selected.querySelector('.result-title') ?? selected).textContent.trim();
}

/** What the panel or the page offers to click, by what it says. */
export function offered(): [text: string, href: string | null][] {
  return [...document.querySelectorAll('mado-search :is(a, button):not(.search-submit, .result-title)')].map((link) => [
    link.textContent.trim(),
    link.getAttribute('href'),
  ]);
}

/** The link to the contact form that takes a query along. */
export function askAbout(query: string): [string, string] {
  return ['お客様窓口に尋ねる', `/ja/contact/?subject=${encodeURIComponent(query)}`];
}

/** Says whether the page's own form was sent, and keeps it from leaving the test. */
export function catchSubmit(): { count: number } {
  const submits = { count: 0 };
  find('.search-form').addEventListener('submit', (event) => {
    event.preventDefault();
    submits.count += 1;
  });
  return submits;
}
