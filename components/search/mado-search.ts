import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { addToTrail } from '../base/trail.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { fire } from '../events.ts';
import { keepInAddress, searchAddress, searchInAddress } from './addresses.ts';
import { announcement } from './announcement.ts';
import { Asking } from './asking.ts';
import { Combobox } from './combobox.ts';
import { onTyped } from './composition.ts';
import type { IndexedCategory } from './core/question-index.ts';
import { messages } from './messages.ts';
import { panel, type PanelOption, panelOptions } from './panel.ts';
import { measureRoom } from './panel-room.ts';
import { asQuery } from './query.ts';
import { loadQuestions } from './questions.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { resultsPage } from './results-page.ts';
import type { SearchFilter, SearchResult } from './search.ts';
import type { SearchState } from './search-state.ts';

const pauseMs = 150;
const mostInPanel = 6;
const mostOnPage = 20;

/**
 * Search as you type on top of the page's own search form (ARIA combobox with a listbox). On the search page
 * (`data-page`) the results are a list of links in the page, which can be filtered.
 * @attr data-forum - threads of the forum are among the results
 * @attr data-page - results belong into the page, and its address follows the query
 * @fires mado-search
 * @fires mado-result-opened
 */
export class MadoSearch extends LightElement {
  static override properties: PropertyDeclarations = {
    state: { state: true },
    filter: { state: true },
    recent: { state: true },
    categories: { state: true },
    announcement: { state: true },
  };

  declare state: SearchState;
  declare filter: SearchFilter;
  declare recent: string[];
  declare categories: readonly IndexedCategory[];
  /** What a screen reader is told, once a query has settled. */
  declare announcement: string;

  #language = pageLanguage();
  #asking = new Asking((state) => (this.state = state));
  #asked = '';
  /** The query that `mado-search` told of last. */
  #told = '';
  /** Of the panel; the search page has none. */
  #combobox: Combobox | null = null;

  constructor() {
    super();
    this.state = { kind: 'idle' };
    this.filter = {};
    this.recent = recentSearches(this.#language);
    this.categories = [];
    this.announcement = '';
  }

  get #field(): HTMLInputElement {
    const field = this.querySelector('input');
    if (!field) throw new Error('<mado-search> needs a search field inside');
    return field;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const field = this.#field;
    onTyped(field, this.#language, () => this.#askTyped());
    // On its way while the first words are typed.
    void this.#loadCategories();
    if (this.hasAttribute('data-page')) void this.#startPage(field);
    else this.#startPanel(field);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking.stop();
  }

  async #startPage(field: HTMLInputElement): Promise<void> {
    const { query, filter } = searchInAddress();
    field.value ||= query;
    this.filter = filter;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#ask({ isSubmitted: true });
      // The keyboard of a phone would cover what was found.
      if (matchMedia('(pointer: coarse)').matches) field.blur();
    });
    const asked = asQuery(field.value);
    if (filter.category) {
      await this.#loadCategories();
      const isKnown = this.categories.length === 0 || this.categories.some(({ slug }) => slug === filter.category);
      if (!isKnown) this.filter = { kind: filter.kind };
    }
    // What was typed meanwhile has been asked already.
    if (asked && asked === asQuery(field.value)) await this.#ask({ isSubmitted: true });
  }

  #startPanel(field: HTMLInputElement): void {
    this.#combobox = new Combobox(this, field, {
      options: () => this.#options(),
      hasContent: () => this.state.kind !== 'idle' || this.recent.length > 0,
      onClear: () => {
        this.#searchFor('');
        this.#combobox?.close();
      },
    });
    field.addEventListener('focus', () => (this.recent = recentSearches(this.#language)));
    window.visualViewport?.addEventListener('resize', () => measureRoom(this, field));
    if (document.activeElement === field) this.#combobox.open();
    if (asQuery(field.value)) void this.#ask();
  }

  #askTyped(): void {
    // A space more, or the second of two events about the same words, is no other query.
    if (asQuery(this.#field.value) !== this.#asked) void this.#ask({ isTyped: true });
  }

  async #ask({ isTyped = false, isSubmitted = false } = {}): Promise<void> {
    const query = asQuery(this.#field.value);
    this.#asked = query;
    this.announcement = '';
    // A reader may have gone on in the meantime.
    if (this.contains(document.activeElement)) this.#combobox?.open();
    if (!query) {
      this.#asking.stop();
      this.recent = recentSearches(this.#language);
      this.state = { kind: 'idle' };
      this.#showInAddress();
      return;
    }
    if (isSubmitted) this.#remember(query);
    if (this.state.kind !== 'found') this.state = { kind: 'loading', query };
    const most = this.#combobox ? mostInPanel : mostOnPage;
    const { filter } = this;
    const asking = this.#asking.ask({
      query,
      language: this.#language,
      most,
      filter,
      hasForum: this.hasForum,
      pauseMs: isTyped ? pauseMs : 0,
    });
    void this.#loadCategories();
    const end = await asking;
    if (end) this.#settle(end, isSubmitted);
  }

  /** Says once what came of a query. */
  #settle(end: SearchState, isSubmitted: boolean): void {
    this.announcement = announcement(end, this.filter, this.#language);
    this.#showInAddress();
    if (end.kind !== 'found' || (!isSubmitted && this.#told === end.query)) return;
    const { query, results } = end;
    this.#told = query;
    fire(this, 'mado-search', { query, language: this.#language, results: results.length, isSubmitted });
  }

  /** The question index is there already, or asked for: its categories come with it. */
  async #loadCategories(): Promise<void> {
    const questions = await loadQuestions(this.#language).catch(() => null);
    if (questions) this.categories = questions.categories;
  }

  #showInAddress(): void {
    if (!this.#combobox) keepInAddress(this.#asked, this.filter);
  }

  #remember(query: string): void {
    addToTrail({ kind: 'search', query, at: Date.now() });
    rememberSearch(query, this.#language);
  }

  #follow({ url }: SearchResult, index: number): void {
    const { state } = this;
    if (state.kind !== 'found') return;
    this.#remember(state.query);
    fire(this, 'mado-result-opened', { query: state.query, url, rank: index + 1 });
  }

  #open(address: string): void {
    this.#combobox?.close();
    location.assign(address);
  }

  #searchFor(query: string): void {
    this.#field.value = query;
    this.#field.focus();
    void this.#ask();
  }

  #filterBy(filter: SearchFilter): void {
    this.filter = filter;
    // The button that clears it goes, and the focus with it.
    if (document.activeElement?.matches('.filter-clear')) this.querySelector('select')?.focus();
    void this.#ask();
  }

  #forget(): void {
    forgetSearches();
    this.recent = [];
    this.announcement = messages[this.#language].forgotten;
    this.#field.focus();
  }

  #options(): PanelOption[] {
    return panelOptions(this, this.#language, {
      onOpen: (result, index) => {
        this.#follow(result, index);
        this.#open(result.url);
      },
      onAll: (query) => this.#open(searchAddress(query, this.#language)),
      onRecent: (query) => this.#searchFor(query),
    });
  }

  protected override updated(): void {
    this.toggleAttribute('data-asked', this.state.kind === 'found' || this.state.kind === 'loading');
    if (this.#combobox) measureRoom(this, this.#field);
  }

  protected override render(): TemplateResult {
    return html`${this.#combobox ? this.#panel(this.#combobox) : this.#page()}
      <p class="visually-hidden" role="status">${this.announcement}</p>`;
  }

  #panel(combobox: Combobox) {
    return panel(this, this.#language, {
      options: this.#options(),
      combobox,
      onForget: () => this.#forget(),
      onRetry: () => this.#searchFor(this.#field.value),
    });
  }

  /** Whether threads of the forum are searched, too. */
  get hasForum(): boolean {
    return this.hasAttribute('data-forum');
  }

  #page() {
    return resultsPage(this, this.#language, {
      onFollow: (result, index) => this.#follow(result, index),
      onFilter: (filter) => this.#filterBy(filter),
      onForget: () => this.#forget(),
      onRetry: () => this.#searchFor(this.#field.value),
    });
  }
}

customElements.define('mado-search', MadoSearch);

declare global {
  interface HTMLElementTagNameMap {
    'mado-search': MadoSearch;
  }
}
