import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import type { SearchResult } from '../search/search.ts';
import { messages } from './messages.ts';

/** Articles that may answer a subject; they open beside the form. Ranks begin at 1. */
export function suggestionList(
  suggestions: readonly SearchResult[],
  language: Language,
  onOpen: (url: string, rank: number) => void,
): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`<section class="suggestions" aria-labelledby="suggestions-title">
    <h3 id="suggestions-title">${messages[language].suggestions}</h3>
    <ul>
      ${suggestions.map(
        ({ url, title }, index) =>
          html`<li>
            <a href=${url} target="_blank" @click=${() => onOpen(url, index + 1)}>${title}</a>
          </li>`,
      )}
    </ul>
  </section>`;
}
