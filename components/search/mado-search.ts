import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { addToTrail } from '../base/trail.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { fire } from '../events.ts';
import { messages } from './messages.ts';
import { type SearchResult, search } from './search.ts';

type State =
  | { kind: 'idle' }
  | { kind: 'loading'; query: string }
  | { kind: 'found'; query: string; results: SearchResult[] }
  | { kind: 'failed'; query: string };

const pauseMs = 120;
const mostInPanel = 6;
const mostOnPage = 20;

/**
 * Search as you type on top of the page's own search form (ARIA combobox with a listbox). On the search page
 * (`data-page`) the results are a list of links in the page.
 * @attr data-page - results belong into the page, and its address follows the query
 * @fires mado-search
 * @fires mado-result-opened
 */
export class MadoSearch extends LightElement {
  static override properties: PropertyDeclarations = {
    state: { state: true },
    active: { state: true },
    isOpen: { state: true },
  };

  declare state: State;
  /** Index of the option the arrow keys are on, or -1. */
  declare active: number;
  declare isOpen: boolean;

  #timer = 0;
  #asked = '';
  #language = pageLanguage();

  constructor() {
    super();
    this.state = { kind: 'idle' };
    this.active = -1;
    this.isOpen = false;
  }

  get #field(): HTMLInputElement {
    const field = this.querySelector('input');
    if (!field) throw new Error('<mado-search> needs a search field inside');
    return field;
  }

  get #isPage(): boolean {
    return this.hasAttribute('data-page');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const field = this.#field;
    if (this.#isPage) {
      field.value ||= new URLSearchParams(location.search).get('q') ?? '';
      this.querySelector('form')?.addEventListener('submit', (event) => {
        event.preventDefault();
        void this.#ask(field.value, true);
      });
    } else {
      field.setAttribute('role', 'combobox');
      field.setAttribute('aria-autocomplete', 'list');
      field.setAttribute('aria-controls', 'search-options');
      field.addEventListener('keydown', (event) => this.#onKey(event));
      field.addEventListener('focus', () => (this.isOpen = this.state.kind !== 'idle'));
      this.addEventListener('focusout', ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.#close();
      });
    }
    field.addEventListener('input', (event) => {
      // Half-converted kana are nobody's query yet.
      if (!event.isComposing) this.#askSoon();
    });
    field.addEventListener('compositionend', () => this.#askSoon());
    if (field.value.trim()) void this.#ask(field.value, this.#isPage);
  }

  #askSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(this.#field.value, false), pauseMs);
  }

  async #ask(typed: string, isSubmitted: boolean): Promise<void> {
    const query = typed.trim();
    this.#asked = query;
    this.active = -1;
    if (this.#isPage) this.#showInAddress(query);
    if (!query) {
      this.state = { kind: 'idle' };
      this.#close();
      return;
    }
    if (this.state.kind !== 'found') this.state = { kind: 'loading', query };
    // A reader may have gone on in the pause after typing.
    this.isOpen = this.contains(document.activeElement);
    try {
      const { results } = await search(query, this.#language, {
        most: this.#isPage ? mostOnPage : mostInPanel,
        onFirst: (first) => {
          if (this.#asked === query) this.state = { kind: 'found', query, results: first.results };
        },
      });
      if (this.#asked !== query) return;
      this.state = { kind: 'found', query, results };
      if (isSubmitted) addToTrail({ kind: 'search', query: query.slice(0, 200), at: Date.now() });
      fire(this, 'mado-search', { query, language: this.#language, results: results.length, isSubmitted });
    } catch {
      if (this.#asked === query) this.state = { kind: 'failed', query };
    }
  }

  #showInAddress(query: string): void {
    const address = query ? `?q=${encodeURIComponent(query)}` : location.pathname;
    history.replaceState(history.state, '', address);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.state.kind === 'found' ? this.state.results.length : 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) {
      event.preventDefault();
      this.isOpen = true;
      // One place more than there are options: the field itself.
      this.active = ((this.active + 1 + step + count + 1) % (count + 1)) - 1;
    } else if (event.key === 'Enter' && this.isOpen && this.active >= 0) {
      event.preventDefault();
      this.#open(this.active);
    } else if (event.key === 'Escape' && this.isOpen) {
      event.preventDefault();
      this.#close();
    }
  }

  #close(): void {
    this.isOpen = false;
    this.active = -1;
  }

  #open(index: number): void {
    if (this.state.kind !== 'found') return;
    const result = this.state.results[index];
    if (!result) return;
    this.#follow(result, index);
    location.assign(result.url);
  }

  #follow({ url }: SearchResult, index: number): void {
    const query = this.state.kind === 'found' ? this.state.query : '';
    addToTrail({ kind: 'search', query: query.slice(0, 200), at: Date.now() });
    fire(this, 'mado-result-opened', { query, url, rank: index + 1 });
  }

  protected override updated(): void {
    if (this.#isPage) return;
    const field = this.#field;
    field.setAttribute('aria-expanded', String(this.#hasOptions));
    if (this.active >= 0) field.setAttribute('aria-activedescendant', `search-option-${this.active}`);
    else field.removeAttribute('aria-activedescendant');
    this.querySelector(`#search-option-${this.active}`)?.scrollIntoView({ block: 'nearest' });
  }

  get #hasOptions(): boolean {
    return this.isOpen && this.state.kind === 'found' && this.state.results.length > 0;
  }

  protected override render(): TemplateResult {
    return html`${this.#isPage ? this.#page() : this.#panel()}
      <p class="visually-hidden" role="status">${this.#announcement()}</p>`;
  }

  #panel() {
    const says = messages[this.#language];
    const { state } = this;
    const results = state.kind === 'found' ? state.results : [];
    return html`<div class="search-panel" ?hidden=${!this.isOpen || state.kind === 'idle'}>
      <ul
        class="search-options"
        id="search-options"
        role="listbox"
        aria-label=${says.results}
        ?hidden=${results.length === 0}
      >
        ${results.map(
          (result, index) =>
            html`<li
              class="search-option"
              id="search-option-${index}"
              role="option"
              aria-selected=${index === this.active}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.#open(index)}
            >
              <span class="result-title" lang=${result.language ?? nothing}>${result.title}</span>
              ${excerptOf(result)}
            </li>`,
        )}
      </ul>
      ${this.#note()}
    </div>`;
  }

  #page() {
    const { state } = this;
    if (state.kind !== 'found' || state.results.length === 0) return this.#note();
    return html`<p class="search-count">${messages[this.#language].count(state.results.length)}</p>
      <ol class="search-results">
        ${state.results.map(
          (result, index) =>
            html`<li>
              <a
                class="result-title"
                lang=${result.language ?? nothing}
                href=${result.url}
                @click=${() => this.#follow(result, index)}
                >${result.title}</a
              >
              ${excerptOf(result)}
            </li>`,
        )}
      </ol>`;
  }

  #note() {
    const says = messages[this.#language];
    const { state } = this;
    switch (state.kind) {
      case 'idle':
        return nothing;
      case 'loading':
        return html`<p class="search-note">${says.loading}</p>`;
      case 'failed':
        return html`<p class="search-note">${says.failed}</p>`;
      case 'found':
        if (state.results.length > 0) return nothing;
        return html`<p class="search-note">
          ${says.none(state.query)}
          <a href="/${this.#language}/contact/?subject=${encodeURIComponent(state.query)}">${says.ask}</a>
        </p>`;
    }
  }

  #announcement(): string {
    const says = messages[this.#language];
    const { state } = this;
    if (state.kind === 'failed') return says.failed;
    if (state.kind !== 'found') return '';
    return state.results.length > 0 ? says.count(state.results.length) : says.none(state.query);
  }
}

function excerptOf({ excerpt, isDirect, language }: SearchResult) {
  const label = language
    ? html`<span class="result-kind" lang=${language}>${messages[language].languageName}</span>`
    : nothing;
  return html`${label}<span class="result-excerpt" ?data-direct=${isDirect}
      >${excerpt.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text))}</span
    >`;
}

customElements.define('mado-search', MadoSearch);

declare global {
  interface HTMLElementTagNameMap {
    'mado-search': MadoSearch;
  }
}
