import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import { contactAddress } from './addresses.ts';
import type { IndexedCategory } from './core/question-index.ts';
import { messages } from './messages.ts';

/** Where to go when no page fits: the categories, and a person who gets the query along. */
export function otherWays(query: string, language: Language, categories: readonly IndexedCategory[]): TemplateResult {
  const says = messages[language];
  return html`<div class="search-ways">
    ${
      categories.length > 0
        ? html`<p class="search-ways-title">${says.browse}</p>
            <ul class="search-categories">
              ${categories.map(
                ({ slug, name }) => html`<li><a href="/${language}/categories/${slug}/">${name}</a></li>`,
              )}
            </ul>`
        : nothing
    }
    <p class="search-person">
      <a class="button" href=${contactAddress(query, language)}>${says.ask}</a>
      <span>${says.askAlong}</span>
    </p>
  </div>`;
}

/** Says that search cannot be had just now, and what else there is. */
export function searchFailed(query: string, language: Language, onRetry: () => void): TemplateResult {
  const says = messages[language];
  return html`<div class="search-failed">
    <p class="search-note">${says.failed}</p>
    <p class="search-person">
      <button class="button" type="button" @click=${onRetry}>${says.retry}</button>
      <a href=${contactAddress(query, language)}>${says.ask}</a>
    </p>
  </div>`;
}
