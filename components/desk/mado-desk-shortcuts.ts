import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LightElement } from '../base/light-element.ts';
import { messages as deskMessages } from './messages.ts';
import {
  areShortcutsOn,
  bindShortcuts,
  defineShortcuts,
  knownShortcuts,
  type Shortcut,
  switchShortcuts,
} from './shortcuts.ts';
import { messages } from './shortcut-messages.ts';

const keys = defineShortcuts('everywhere', {
  help: { keys: ['?'], text: { ja: 'この一覧を開く', en: 'Open this overview' } },
});

/** Keys that are not called what they are named in code. */
const names: Record<string, string> = { mod: 'Ctrl / ⌘', ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** The overview of the desk's keys, by `?` or its button, with the switch that turns them off. */
export class MadoDeskShortcuts extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    isOpen: { state: true },
  };

  declare language: 'ja' | 'en';
  declare isOpen: boolean;

  constructor() {
    super();
    this.language = 'ja';
    this.isOpen = false;
    bindShortcuts(this, keys, { help: () => this.#open() });
  }

  async #open(): Promise<void> {
    // What is known by now: pages bring their own keys along.
    this.isOpen = true;
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    if (!dialog?.open) dialog?.showModal();
  }

  #close(): void {
    this.querySelector('dialog')?.close();
  }

  /** A click beside it closes it. */
  #onClick({ target }: Event): void {
    if (target === this.querySelector('dialog')) this.#close();
  }

  protected override render(): TemplateResult {
    return html`<button class="desk-link" type="button" aria-haspopup="dialog" @click=${() => this.#open()}>
        ${deskMessages[this.language].keys}
      </button>
      <dialog
        class="keys"
        aria-labelledby="keys-title"
        @click=${(event: Event) => this.#onClick(event)}
        @close=${() => (this.isOpen = false)}
      >
        ${this.isOpen ? this.#overview() : ''}
      </dialog>`;
  }

  #overview() {
    const says = messages[this.language];
    return html`<div class="keys-page">
      <header class="keys-head">
        <h2 id="keys-title" tabindex="-1" autofocus>${says.title}</h2>
        <button class="button" type="button" @click=${() => this.#close()}>${says.close}</button>
      </header>
      <label class="keys-switch">
        <input
          type="checkbox"
          .checked=${areShortcutsOn()}
          @change=${({ target }: Event) => switchShortcuts((target as HTMLInputElement).checked)}
        />
        ${says.isOn}
      </label>
      <div class="keys-groups">
        ${knownShortcuts().map(
          ({ group, shortcuts }) =>
            html`<section>
              <h3>${says.groups[group]}</h3>
              <dl>${shortcuts.map((shortcut) => this.#line(shortcut))}</dl>
            </section>`,
        )}
      </div>
    </div>`;
  }

  #line({ keys: all, text }: Shortcut) {
    const says = messages[this.language];
    return html`<div>
      <dt>${text[this.language]}</dt>
      <dd>
        ${all.map((key, index) => {
          const parts = key.split(/[ +](?=.)/);
          const join = key.includes('+') && key.length > 1 ? ' + ' : ' ';
          return html`${index > 0 ? html` <span>${says.or}</span> ` : ''}${parts.map(
            (part, at) => html`${at > 0 ? join : ''}<kbd>${names[part] ?? part}</kbd>`,
          )}`;
        })}
      </dd>
    </div>`;
  }
}

customElements.define('mado-desk-shortcuts', MadoDeskShortcuts);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-shortcuts': MadoDeskShortcuts;
  }
}
