import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isConverting } from '../search/composition.ts';
import { DeskElement } from './desk-element.ts';

/**
 * A list that is searched by typing, and one of it taken: by the arrow keys and Enter, or by pointing (WAI-ARIA 1.2,
 * combobox). What extends it says what is found and how it looks.
 * @fires picker-picked - with what was taken
 * @fires picker-closed - when nothing was
 */
export abstract class DeskPicker<Option> extends DeskElement {
  static override properties: PropertyDeclarations = {
    options: { state: true },
    active: { state: true },
    problem: { state: true },
  };

  /** What was found; `null` while it is on its way, and where nothing was asked. */
  declare options: readonly Option[] | null;
  declare active: number;
  declare problem: string;

  protected abstract readonly idPrefix: string;
  protected abstract get texts(): { label: string; loading: string; none: string; close: string };
  /** Best first; `null` for a query that asks nothing. */
  protected abstract find(query: string, until: AbortSignal): Promise<readonly Option[] | null>;
  protected abstract look(option: Option): TemplateResult;

  #finding = new AbortController();

  constructor() {
    super();
    this.options = null;
    this.active = 0;
    this.problem = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#finding.abort();
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
    void this.#find('');
  }

  async #find(query: string): Promise<void> {
    this.#finding.abort();
    this.#finding = new AbortController();
    const { signal } = this.#finding;
    this.problem = '';
    try {
      const options = await this.find(query.trim(), signal);
      if (signal.aborted) return;
      this.options = options;
      this.active = 0;
    } catch (error) {
      if (signal.aborted) return;
      this.options = [];
      this.problem = this.explain(error);
    }
  }

  #pick(option: Option | undefined): void {
    if (option) this.dispatchEvent(new CustomEvent('picker-picked', { detail: option }));
  }

  #onKey(event: KeyboardEvent): void {
    if (isConverting(event)) return;
    const count = this.options?.length ?? 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) this.active = (this.active + step + count) % count;
    else if (event.key === 'Enter') this.#pick(this.options?.[this.active]);
    else if (event.key === 'Escape') this.dispatchEvent(new CustomEvent('picker-closed'));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected override updated(): void {
    this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { texts, options, idPrefix } = this;
    const said = this.problem || (options === null ? texts.loading : options.length === 0 ? texts.none : '');
    return html`<div class="picker">
      <div class="ticket-line">
        <div class="field">
          <label for=${`${idPrefix}-query`}>${texts.label}</label>
          <input
            id=${`${idPrefix}-query`}
            type="search"
            role="combobox"
            autocomplete="off"
            aria-expanded=${options !== null && options.length > 0 ? 'true' : 'false'}
            aria-controls=${`${idPrefix}-list`}
            aria-autocomplete="list"
            aria-activedescendant=${options?.length ? `${idPrefix}-${this.active}` : nothing}
            @input=${({ target, isComposing }: InputEvent) =>
              isComposing ? undefined : this.#find((target as HTMLInputElement).value)}
            @compositionend=${({ target }: Event) => this.#find((target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
          />
        </div>
        <button class="desk-link" type="button" @click=${() => this.dispatchEvent(new CustomEvent('picker-closed'))}>
          ${texts.close}
        </button>
      </div>
      <p class="picker-said" role="status">${said || nothing}</p>
      <div id=${`${idPrefix}-list`} role="listbox" aria-label=${texts.label} ?hidden=${!options?.length}>
        ${options?.map((option, index) => this.#option(option, index))}
      </div>
    </div>`;
  }

  #option(option: Option, index: number) {
    return html`<div
      id=${`${this.idPrefix}-${index}`}
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      @click=${() => this.#pick(option)}
    >
      ${this.look(option)}
    </div>`;
  }
}
