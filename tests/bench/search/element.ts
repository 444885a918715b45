import type { Browser, Page } from 'playwright';
import type { Language } from '../../../content/schema/languages.ts';
import { type Engine, slugOf } from './engine.ts';
import type { BuiltPortal } from './built-portal.ts';

export interface ElementAnswer {
  /** Addresses of the results, best first. */
  urls: string[];
  /** The first one is shown as the answer. */
  isDirect: boolean;
}

export interface SearchPage extends Engine {
  answer(query: string): Promise<ElementAnswer>;
}

/** The search page of a portal in Chromium: a query is put into its field and submitted, its settled list is read. */
export async function openSearchPage(browser: Browser, portal: BuiltPortal, language: Language): Promise<SearchPage> {
  return searchPage('<mado-search>', await newPage(browser, portal, language), language);
}

/** The same where the full text cannot be had: what the question index finds by itself. */
export async function openQuestionIndex(
  browser: Browser,
  portal: BuiltPortal,
  language: Language,
): Promise<SearchPage> {
  const page = await newPage(browser, portal, language);
  await page.route('**/pagefind/**', (route) => route.abort());
  return searchPage('question index alone', page, language);
}

async function newPage(browser: Browser, { url }: BuiltPortal, language: Language): Promise<Page> {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  return browser.newPage({ baseURL: url, locale });
}

async function searchPage(name: string, page: Page, language: Language): Promise<SearchPage> {
  await page.goto(`/${language}/search/`);
  await page.locator('mado-search input').focus();
  await page.evaluate(async () => {
    await customElements.whenDefined('mado-search');
  });
  const answer = (query: string) => page.evaluate(settledAnswer, query);
  return {
    name,
    answer,
    ask: async (query) => (await answer(query)).urls.map(slugOf),
    close: () => page.close(),
  };
}

/** Runs in the page. An answer is this query's when the element says so. */
async function settledAnswer(query: string): Promise<ElementAnswer> {
  const element = document.querySelector('mado-search');
  const field = element?.querySelector('input');
  if (!element || !field) throw new Error('There is no search field');
  const asked = query.trim().slice(0, field.maxLength);
  await new Promise<void>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`No answer to “${asked}”: ${element.textContent}`)), 20_000);
    const look = (event: CustomEvent<{ query: string }>) => {
      if (event.detail.query !== asked) return;
      clearTimeout(giveUp);
      element.removeEventListener('mado-search', look);
      resolve();
    };
    element.addEventListener('mado-search', look);
    field.value = asked;
    field.form?.requestSubmit();
  });
  await element.updateComplete;
  const links = [...element.querySelectorAll('.search-results .result-title')];
  return {
    urls: links.map((link) => link.getAttribute('href') ?? ''),
    isDirect: links[0]?.closest('li')?.querySelector('[data-direct]') != null,
  };
}
