import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LightElement } from '../base/light-element.ts';
import { callKeys } from './calls/call-keys.ts';
import { deskGroups, type DeskPage } from './desk-pages.ts';
import { messages } from './messages.ts';
import { bindShortcuts } from './shortcuts.ts';

/**
 * The pages of the desk by what they are for: one line, which is moved sideways where it is longer than the screen is
 * wide.
 */
export class MadoDeskMenu extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    pages: { attribute: false },
    current: { attribute: false },
  };

  declare language: 'ja' | 'en';
  declare pages: readonly DeskPage[];
  /** The id of the page somebody is on. */
  declare current: string;

  constructor() {
    super();
    this.language = 'ja';
    this.pages = [];
    this.current = '';
    bindShortcuts(this, callKeys, { log: () => this.#open('calls') });
  }

  /** Whether somebody has that page, and is on it now. */
  #open(page: string): boolean {
    const isTheirs = this.pages.some(({ id }) => id === page);
    if (isTheirs) location.hash = `#/${page}`;
    return isTheirs;
  }

  protected override updated(): void {
    this.#bringIntoSight(this.querySelector('[aria-current="page"]'));
  }

  /** Moves the line, and nothing else, until a link is wholly in sight: browsers leave one with the focus cut in half. */
  #bringIntoSight(link: Element | null): void {
    const list = this.querySelector('.desk-pages');
    if (!list || !link) return;
    const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
    if (inner.left >= outer.left && inner.right <= outer.right) return;
    list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const groups = deskGroups
      .map((group) => ({ group, pages: this.pages.filter((page) => page.group === group) }))
      .filter(({ pages }) => pages.length > 0);
    return html`<nav aria-label=${says.pages}>
      <div class="desk-pages" @focusin=${({ target }: Event) => this.#bringIntoSight(target as Element)}>
        ${groups.map(
          ({ group, pages }) =>
            html`<span class="desk-group" id=${`desk-group-${group}`} ?hidden=${groups.length === 1}
                >${says.groups[group]}</span
              >
              <ul aria-labelledby=${`desk-group-${group}`}>
                ${pages.map((page) => this.#page(page))}
              </ul>`,
        )}
      </div>
    </nav>`;
  }

  #page({ id, text }: DeskPage) {
    return html`<li>
      <a href="#/${id}" aria-current=${id === this.current ? 'page' : 'false'}>${text[this.language]}</a>
    </li>`;
  }
}

customElements.define('mado-desk-menu', MadoDeskMenu);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-menu': MadoDeskMenu;
  }
}
