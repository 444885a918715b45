import type { ReactiveController } from 'lit';
import type { LightElement } from '../base/light-element.ts';
import { isConverting } from './composition.ts';

/** Something the arrow keys can be on. */
export interface Option {
  /** Tells it apart from the others, also when the list changes under the keys. */
  key: string;
  choose(): void;
}

interface Panel {
  options: () => readonly Option[];
  /** Whether there is anything to show, be it options or not. */
  hasContent: () => boolean;
  /** Called when the reader gives up what was typed. */
  onClear: () => void;
}

/**
 * A field with a list of options below it, of which the keyboard chooses while the focus stays in the field (WAI-ARIA
 * Authoring Practices, editable combobox with list autocomplete). The list has the id `search-options`, and its options
 * are numbered: `search-option-0`.
 */
export class Combobox implements ReactiveController {
  #isOpen = false;
  #activeKey: string | null = null;
  readonly #host: LightElement;
  readonly #field: HTMLInputElement;
  readonly #panel: Panel;

  constructor(host: LightElement, field: HTMLInputElement, panel: Panel) {
    this.#host = host;
    this.#field = field;
    this.#panel = panel;
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', 'search-options');
    field.addEventListener('keydown', (event) => this.#onKey(event));
    field.addEventListener('focus', () => this.open());
    host.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && host.contains(relatedTarget))) this.close();
    });
    host.addEventListener('keydown', (event) => this.#onKeyBeside(event));
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen && this.#panel.hasContent();
  }

  /** Index of the option the arrow keys are on, or -1 for the field itself. */
  get active(): number {
    return this.#panel.options().findIndex(({ key }) => key === this.#activeKey);
  }

  /** Opens the panel, with the arrow keys on the field itself. */
  open(): void {
    this.#set(true, null);
  }

  close(): void {
    this.#set(false, null);
  }

  hostUpdated(): void {
    const { active } = this;
    this.#field.setAttribute('aria-expanded', String(this.isOpen && this.#panel.options().length > 0));
    if (active < 0) {
      this.#field.removeAttribute('aria-activedescendant');
      return;
    }
    this.#field.setAttribute('aria-activedescendant', `search-option-${active}`);
    this.#host.querySelector(`#search-option-${active}`)?.scrollIntoView({ block: 'nearest' });
  }

  #set(isOpen: boolean, activeKey: string | null): void {
    this.#isOpen = isOpen;
    this.#activeKey = activeKey;
    this.#host.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    if (isConverting(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    switch (event.key) {
      case 'ArrowDown':
        return this.#move(event, 1);
      case 'ArrowUp':
        return this.#move(event, -1);
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        // These move within the text: the keys are on the field again.
        return this.#set(this.#isOpen, null);
      case 'Enter':
        return this.#choose(event);
      case 'Escape':
        return this.#escape(event);
    }
  }

  #move(event: KeyboardEvent, step: 1 | -1): void {
    const options = this.#panel.options();
    if (options.length === 0) return;
    event.preventDefault();
    // One place more than there are options: the field itself.
    const places = options.length + 1;
    const next = ((this.active + 1 + step + places) % places) - 1;
    this.#set(true, options[next]?.key ?? null);
  }

  #choose(event: KeyboardEvent): void {
    const option = this.isOpen ? this.#panel.options()[this.active] : undefined;
    if (!option) return;
    event.preventDefault();
    option.choose();
  }

  /** Closes the panel; once it is closed, gives up what was typed. */
  #escape(event: KeyboardEvent): void {
    if (this.isOpen) {
      event.preventDefault();
      this.close();
    } else if (this.#field.value) {
      event.preventDefault();
      this.#panel.onClear();
    }
  }

  /** Escape on a link or button of the panel leads back to the field. */
  #onKeyBeside(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.target === this.#field || !this.isOpen) return;
    event.preventDefault();
    this.#field.focus();
    this.close();
  }
}
