import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../content/schema/languages.ts';
import { contactAddress, searchAddress } from './addresses.ts';
import type { IndexedCategory } from './core/question-index.ts';
import { clearFilter, filters, isFiltered } from './filters.ts';
import { messages } from './messages.ts';
import { otherWays, searchFailed } from './other-ways.ts';
import { forgetRecent } from './panel.ts';
import { aroundQuery, shownQuery } from './query.ts';
import { resultText } from './result.ts';
import type { SearchFilter, SearchResult } from './search.ts';
import type { SearchState } from './search-state.ts';

/** What the page speaks of. */
interface Shown {
  state: SearchState;
  filter: SearchFilter;
  recent: readonly string[];
  categories: readonly IndexedCategory[];
  hasForum: boolean;
}

interface Actions {
  onFollow: (result: SearchResult, index: number) => void;
  onFilter: (filter: SearchFilter) => void;
  onForget: () => void;
  onRetry: () => void;
}

/** The results in the page: links, best first, with the filters above and a person below them. */
export function resultsPage(shown: Shown, language: Language, actions: Actions): TemplateResult {
  const { state, filter } = shown;
  const says = messages[language];
  switch (state.kind) {
    case 'idle':
      return recentLinks(shown, language, actions);
    case 'failed':
      return searchFailed(state.query, language, actions.onRetry);
    default:
      return html`<h2 class="search-heading">${aroundQuery(says.resultsFor, state.query)}</h2>
        ${filters(filter, language, shown, actions.onFilter)}
        ${
          state.kind === 'found'
            ? found(state, shown, language, actions)
            : html`<p class="search-count">${says.loading}</p>`
        }`;
  }
}

function recentLinks({ recent }: Shown, language: Language, { onForget }: Actions): TemplateResult {
  if (recent.length === 0) return html``;
  return html`<section class="recent-searches" aria-labelledby="recent-searches">
    <h2 id="recent-searches">${messages[language].recent}</h2>
    <ul>
      ${recent.map(
        (query) =>
          html`<li>
            <a href=${searchAddress(query, language)}><bdi>${shownQuery(query)}</bdi></a>
          </li>`,
      )}
    </ul>
    ${forgetRecent(language, onForget)}
  </section>`;
}

function found(
  { query, results, fits }: Extract<SearchState, { kind: 'found' }>,
  { filter, categories }: Shown,
  language: Language,
  { onFollow, onFilter }: Actions,
) {
  const says = messages[language];
  return html`<p class="search-count">
      <span>${outcome(query, results.length, fits, filter, language)}</span>
      ${clearFilter(filter, language, onFilter)}
    </p>
    ${results.length > 0 ? list(results, language, categories, onFollow) : nothing}
    ${
      fits
        ? html`<p class="search-person">
            <span>${says.notThis}</span>
            <a href=${contactAddress(query, language)}>${says.ask}</a>
          </p>`
        : otherWays(query, language, categories)
    }`;
}

function outcome(query: string, count: number, fits: boolean, filter: SearchFilter, language: Language) {
  const says = messages[language];
  if (fits) return says.count(count);
  if (count > 0) return says.nearest;
  return isFiltered(filter) ? says.noneFiltered : aroundQuery(says.none, query);
}

function list(
  results: readonly SearchResult[],
  language: Language,
  categories: readonly IndexedCategory[],
  onFollow: Actions['onFollow'],
) {
  return html`<ol class="search-results">
    ${results.map(
      (result, index) =>
        html`<li>
          <a
            class="result-title"
            lang=${result.language ?? nothing}
            href=${result.url}
            @click=${() => onFollow(result, index)}
            >${result.title}</a
          >
          ${resultText(result, language, categories)}
        </li>`,
    )}
  </ol>`;
}
