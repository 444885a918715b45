import { formText } from '../base/form-text.ts';
import { pageLanguage } from '../base/page.ts';
import { messages } from './messages.ts';

/**
 * The question how it was, on a request page: sent in place. What a button of the mail said (`data-send`) is sent as the
 * page opens, so that one click answers. Without it the same form posts by itself.
 */
export class MadoRating extends HTMLElement {
  #isSending = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(form);
    });
    if (this.hasAttribute('data-send')) void this.#send(form);
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const fields = new FormData(form);
    const score = formText(fields, 'score');
    if (!score || this.#isSending) return;
    const says = messages[pageLanguage()];
    const comment = formText(fields, 'comment');
    this.#isSending = true;
    const sent = await fetch(form.action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ score, comment }),
    }).catch(() => null);
    this.#isSending = false;
    this.#say(sent?.ok ? `${says.thanks}${comment ? '' : ` ${says.more}`}` : says.failed);
    if (!sent?.ok) return;
    const button = form.querySelector('button[type=submit]');
    if (button) button.textContent = says.change;
    // Reloaded, the page says what was sent, and sends nothing.
    this.removeAttribute('data-send');
    const { pathname, hash } = location;
    history.replaceState(null, '', pathname + hash);
  }

  #say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

customElements.define('mado-rating', MadoRating);

declare global {
  interface HTMLElementTagNameMap {
    'mado-rating': MadoRating;
  }
}
