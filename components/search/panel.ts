import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import type { Combobox, Option } from './combobox.ts';
import type { IndexedCategory } from './core/question-index.ts';
import { messages } from './messages.ts';
import { otherWays, searchFailed } from './other-ways.ts';
import { aroundQuery, shownQuery } from './query.ts';
import { resultText } from './result.ts';
import type { SearchResult } from './search.ts';
import type { SearchState } from './search-state.ts';

/** An option with what it shows. */
export interface PanelOption extends Option {
  content: TemplateResult;
}

/** What the panel speaks of. */
interface Shown {
  state: SearchState;
  recent: readonly string[];
  categories: readonly IndexedCategory[];
}

interface Choices {
  onOpen: (result: SearchResult, index: number) => void;
  onAll: (query: string) => void;
  onRecent: (query: string) => void;
}

/** What can be chosen: recent searches before anything is typed, then results and the way to all of them. */
export function panelOptions(
  { state, recent, categories }: Shown,
  language: Language,
  { onOpen, onAll, onRecent }: Choices,
): PanelOption[] {
  if (state.kind === 'idle')
    return recent.map((query) => ({
      key: `recent ${query}`,
      content: html`<bdi class="recent-query">${shownQuery(query)}</bdi>`,
      choose: () => onRecent(query),
    }));
  if (state.kind !== 'found' || state.results.length === 0) return [];
  const results = state.results.map((result, index) => ({
    key: `result ${result.url}`,
    content: html`<span class="result-title" lang=${result.language ?? nothing}>${result.title}</span>
      ${resultText(result, language, categories)}`,
    choose: () => onOpen(result, index),
  }));
  const all = {
    key: 'all',
    content: html`<span class="search-all">${aroundQuery(messages[language].all, state.query)}</span>`,
    choose: () => onAll(state.query),
  };
  return [...results, all];
}

interface Parts {
  options: readonly PanelOption[];
  combobox: Combobox;
  onForget: () => void;
  onRetry: () => void;
}

/** The panel under the field. Only its options are in the listbox; what else can be done stands beside it. */
export function panel(shown: Shown, language: Language, parts: Parts): TemplateResult {
  const { options, combobox } = parts;
  const says = messages[language];
  return html`<div
    class="search-panel"
    ?hidden=${!combobox.isOpen}
    @mousedown=${(event: Event) => event.preventDefault()}
  >
    ${before(shown, language)}
    <ul
      class="search-options"
      id="search-options"
      role="listbox"
      tabindex="-1"
      aria-label=${shown.state.kind === 'idle' ? says.recent : says.results}
      ?hidden=${options.length === 0}
    >
      ${options.map(
        (option, index) =>
          html`<li
            class="search-option"
            id="search-option-${index}"
            role="option"
            aria-selected=${index === combobox.active}
            @click=${() => option.choose()}
          >
            ${option.content}
          </li>`,
      )}
    </ul>
    ${after(shown, language, parts)}
  </div>`;
}

function before({ state, recent }: Shown, language: Language) {
  const says = messages[language];
  switch (state.kind) {
    case 'idle':
      return recent.length > 0 ? html`<p class="search-panel-title" aria-hidden="true">${says.recent}</p>` : nothing;
    case 'loading':
      return html`<p class="search-note">${says.loading}</p>`;
    case 'failed':
      return nothing;
    case 'found':
      if (state.fits) return nothing;
      return html`<p class="search-note">
        ${state.results.length > 0 ? says.nearest : aroundQuery(says.none, state.query)}
      </p>`;
  }
}

function after({ state, recent, categories }: Shown, language: Language, { onForget, onRetry }: Parts) {
  switch (state.kind) {
    case 'idle':
      return recent.length > 0 ? forgetRecent(language, onForget) : nothing;
    case 'loading':
      return nothing;
    case 'failed':
      return searchFailed(state.query, language, onRetry);
    case 'found':
      return state.fits ? nothing : otherWays(state.query, language, categories);
  }
}

/** Says that recent searches stay here, and lets go of them. */
export function forgetRecent(language: Language, onForget: () => void): TemplateResult {
  const says = messages[language];
  return html`<p class="recent-note">
    ${says.recentNote}
    <button class="recent-forget" type="button" @click=${onForget}>${says.forget}</button>
  </p>`;
}
