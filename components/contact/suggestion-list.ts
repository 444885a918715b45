import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import type { SearchResult } from '../search/search.ts';
import { messages } from './messages.ts';

interface Acts {
  onOpen: (url: string, rank: number) => void;
  /** Set once one was opened: asks whether that was it. */
  onSolved: (() => void) | null;
}

/** Articles that may answer what is being written; they open beside the form. Ranks begin at 1. */
export function suggestionList(
  suggestions: readonly SearchResult[],
  language: Language,
  { onOpen, onSolved }: Acts,
): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  const says = messages[language];
  return html`<section class="suggestions" aria-labelledby="suggestions-title">
    <h3 id="suggestions-title">${says.suggestions}</h3>
    <ul>
      ${suggestions.map(
        ({ url, title }, index) =>
          html`<li>
            <a href=${url} target="_blank" @click=${() => onOpen(url, index + 1)}>${title}</a>
          </li>`,
      )}
    </ul>
    ${
      onSolved
        ? html`<p class="suggestions-solved">
            <span>${says.solvedQuestion}</span>
            <button class="button" type="button" @click=${onSolved}>${says.solvedYes}</button>
          </p>`
        : nothing
    }
  </section>`;
}
