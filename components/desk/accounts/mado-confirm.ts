import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LightElement } from '../../base/light-element.ts';
import { messages } from '../../account/messages.ts';

/**
 * A button for what cannot be taken back: it asks first, in its own place.
 * @fires confirm - once somebody said yes; a plain event that does not bubble
 */
export class MadoConfirm extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    text: { attribute: false },
    question: { attribute: false },
    isAsking: { state: true },
  };

  declare language: 'ja' | 'en';
  declare text: string;
  declare question: string;
  declare isAsking: boolean;

  constructor() {
    super();
    this.language = 'ja';
    this.text = '';
    this.question = '';
    this.isAsking = false;
  }

  async #ask(isAsking: boolean): Promise<void> {
    this.isAsking = isAsking;
    await this.updateComplete;
    this.querySelector<HTMLElement>(isAsking ? '.account-question' : 'button')?.focus();
  }

  async #confirm(): Promise<void> {
    await this.#ask(false);
    this.dispatchEvent(new Event('confirm'));
  }

  protected override render(): TemplateResult {
    if (!this.isAsking) {
      return html`<button class="button" type="button" @click=${() => this.#ask(true)}>${this.text}</button>`;
    }
    return html`<div class="account-ask" role="group" aria-label=${this.text}>
      <p class="account-question" tabindex="-1">${this.question}</p>
      <p class="account-actions">
        <button class="button" data-primary type="button" @click=${() => this.#confirm()}>${this.text}</button>
        <button class="button" type="button" @click=${() => this.#ask(false)}>${messages[this.language].cancel}</button>
      </p>
    </div>`;
  }
}

customElements.define('mado-confirm', MadoConfirm);

declare global {
  interface HTMLElementTagNameMap {
    'mado-confirm': MadoConfirm;
  }
}
