import { html, nothing, type TemplateResult } from 'lit';
import type { SavedView } from '../../../api/desk/contract.ts';
import { formText } from '../../base/form-text.ts';
import { isConverting } from '../../search/composition.ts';
import { mark } from './list-marks.ts';
import { messages } from './list-messages.ts';
import { type FilterContext, filterChips, filterFields, type Filters } from './ticket-filters.ts';

export interface HeadContext extends FilterContext {
  /** What is searched for; empty where nothing is. */
  query: string;
  isSearch: boolean;
  filters: Filters;
  isFiltering: boolean;
  search: (query: string) => void;
  toggleFilters: () => void;
  choose: (filters: Filters) => void;
  /** The saved list of one's own that is shown: saving changes that one. */
  ownView: SavedView | null;
  save: (name: string, isShared: boolean) => void;
}

/** The search, the filters in force, and, unfolded, those that can be set. */
export function listHead(context: HeadContext): TemplateResult {
  const { language, query, isSearch, filters, isFiltering } = context;
  const says = messages[language];
  return html`<div class="list-head">
      ${searchForm(context, query)}
      ${
        isSearch
          ? nothing
          : html`<button
              class="list-filter"
              type="button"
              aria-expanded=${isFiltering}
              aria-controls="list-filters"
              @click=${context.toggleFilters}
            >
              ${says.filter}
            </button>`
      }
    </div>
    ${
      isSearch
        ? nothing
        : html`<div class="list-filters" id="list-filters" ?hidden=${!isFiltering}>
              ${isFiltering ? filterFields(filters, context, context.choose) : nothing}
              ${isFiltering && Object.keys(filters).length > 0 ? saveForm(context) : nothing}
            </div>
            ${filterChips(filters, context, context.choose)}`
    }`;
}

function searchForm({ language, search }: HeadContext, query: string) {
  const says = messages[language];
  const submit = (event: Event) => {
    event.preventDefault();
    search(formText(new FormData(event.target as HTMLFormElement), 'q'));
  };
  return html`<form class="list-search" role="search" @submit=${submit}>
    <label class="visually-hidden" for="desk-search">${says.search}</label>
    <input
      id="desk-search"
      name="q"
      type="search"
      maxlength="200"
      dir="auto"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      placeholder=${says.searchButton}
      .value=${query}
      @keydown=${(event: KeyboardEvent) => {
        // The Enter that ends a conversion sends nothing.
        if (event.key === 'Enter' && isConverting(event)) event.preventDefault();
      }}
    />
    <button type="submit" aria-label=${says.searchButton}>${mark('search')}</button>
  </form>`;
}

function saveForm({ language, ownView, save }: HeadContext) {
  const says = messages[language];
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const name = formText(data, 'name');
    if (!name) return;
    save(name, data.has('shared'));
  };
  return html`<form class="list-save" @submit=${submit}>
    <div class="field">
      <label for="view-name">${ownView ? says.renameView : says.saveView}</label>
      <input
        id="view-name"
        name="name"
        maxlength="60"
        autocomplete="off"
        placeholder=${says.viewName}
        .value=${ownView?.name ?? ''}
        required
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && isConverting(event)) event.preventDefault();
        }}
      />
    </div>
    <label class="list-share"
      ><input type="checkbox" name="shared" .checked=${ownView?.isShared ?? false} /> ${says.shareView}</label
    >
    <button class="button" type="submit">${says.save}</button>
  </form>`;
}
