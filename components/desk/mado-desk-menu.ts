import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LightElement } from '../base/light-element.ts';
import { callKeys } from './calls/call-keys.ts';
import { deskGroups, type DeskPage } from './desk-pages.ts';
import { messages } from './messages.ts';
import { bindShortcuts, defineShortcuts } from './shortcuts.ts';

const menuKeys = defineShortcuts('everywhere', {
  menu: { keys: ['m'], text: { ja: 'メニューを開く', en: 'Open the menu' } },
});

/** So few stand in the line whatever they are for, and need no menu. */
const mostWithoutMenu = 2;

/** The ways to the pages of the desk: those of every day in a line, and all of them in a menu, by what they are for. */
export class MadoDeskMenu extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    pages: { attribute: false },
    current: { attribute: false },
    counts: { attribute: false },
    isOpen: { state: true },
  };

  declare language: 'ja' | 'en';
  declare pages: readonly DeskPage[];
  /** The id of the page somebody is on. */
  declare current: string;
  /** How much waits on some of them, by their ids. */
  declare counts: Readonly<Record<string, number>>;
  declare isOpen: boolean;

  constructor() {
    super();
    this.language = 'ja';
    this.pages = [];
    this.current = '';
    this.counts = {};
    this.isOpen = false;
    bindShortcuts(this, callKeys, { log: () => this.#goTo('calls') });
    bindShortcuts(this, menuKeys, { menu: () => this.#hasMenu && this.#open() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onPointerdown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#onPointerdown);
  }

  get #hasMenu(): boolean {
    return this.pages.length > mostWithoutMenu;
  }

  /** Whether somebody has that page, and is on it now. */
  #goTo(page: string): boolean {
    const isTheirs = this.pages.some(({ id }) => id === page);
    if (isTheirs) location.hash = `#/${page}`;
    return isTheirs;
  }

  /** Opens the menu, and leads to the page somebody is on. */
  async #open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.menu-pages [aria-current="page"]')?.focus();
  }

  #onPointerdown = ({ target }: Event) => {
    if (!(target instanceof Node && this.contains(target))) this.isOpen = false;
  };

  #onFocusout = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.isOpen = false;
  };

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    this.isOpen = false;
    this.querySelector<HTMLElement>('.menu-button')?.focus();
  };

  protected override render(): TemplateResult {
    const says = messages[this.language];
    return html`<nav aria-label=${says.pages} @keydown=${this.#onKeydown} @focusout=${this.#onFocusout}>
      <div class="desk-pages">
        <ul>
          ${this.#line().map((page) => this.#page(page))}
        </ul>
        ${
          this.#hasMenu
            ? html`<button
                class="menu-button"
                type="button"
                aria-expanded=${this.isOpen}
                aria-controls="desk-menu"
                @click=${() => {
                  this.isOpen = !this.isOpen;
                }}
              >
                ${says.menu}
              </button>`
            : nothing
        }
      </div>
      ${this.#hasMenu ? this.#menu() : nothing}
    </nav>`;
  }

  /** What stands in the line: the pages of every day, and the one somebody is on. */
  #line(): readonly DeskPage[] {
    if (!this.#hasMenu) return this.pages;
    return [
      ...this.pages.filter(({ isEveryday }) => isEveryday),
      ...this.pages.filter(({ id, isEveryday }) => !isEveryday && id === this.current),
    ];
  }

  #menu() {
    const groups = deskGroups
      .map((group) => ({ group, pages: this.pages.filter((page) => page.group === group) }))
      .filter(({ pages }) => pages.length > 0);
    return html`<div class="menu-pages" id="desk-menu" ?hidden=${!this.isOpen} @click=${this.#onChoice}>
      ${groups.map(
        ({ group, pages }) =>
          html`<section>
            <h2 id=${`desk-group-${group}`}>${messages[this.language].groups[group]}</h2>
            <ul aria-labelledby=${`desk-group-${group}`}>
              ${pages.map((page) => this.#page(page))}
            </ul>
          </section>`,
      )}
    </div>`;
  }

  #onChoice = ({ target }: Event) => {
    if (!(target as Element).closest('a')) return;
    this.isOpen = false;
    // What had the focus is hidden now.
    this.querySelector<HTMLElement>('.menu-button')?.focus();
  };

  #page({ id, text }: DeskPage) {
    const count = this.counts[id] ?? 0;
    return html`<li>
      <a href="#/${id}" aria-current=${id === this.current ? 'page' : 'false'}
        >${text[this.language]}${
          count > 0
            ? html` <span class="page-count"
                ><span aria-hidden="true">${count}</span
                ><span class="visually-hidden">${messages[this.language].waiting(count)}</span></span
              >`
            : nothing
        }</a
      >
    </li>`;
  }
}

customElements.define('mado-desk-menu', MadoDeskMenu);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-menu': MadoDeskMenu;
  }
}
