import { pageLanguage } from '../base/page.ts';
import { messages } from './messages.ts';

/**
 * An address with a button that copies it, where the browser lets pages write to the clipboard. Everywhere else the
 * address stays what it is: text to select. It holds the address in an element with `data-address`.
 */
export class MadoCopyLink extends HTMLElement {
  #says = messages[pageLanguage()];
  #status = document.createElement('p');

  connectedCallback(): void {
    const place = this.querySelector('[data-address]');
    if (!place?.textContent || this.querySelector('button') || !('clipboard' in navigator)) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = this.#says.copy;
    button.addEventListener('click', () => void this.#copy(place));
    this.#status.className = 'copy-link-status';
    this.#status.role = 'status';
    this.append(button, this.#status);
  }

  async #copy(place: Element): Promise<void> {
    // Said again, it is heard again.
    this.#status.textContent = '';
    try {
      await navigator.clipboard.writeText(place.textContent.trim());
      this.#status.textContent = this.#says.copied;
    } catch {
      getSelection()?.selectAllChildren(place);
      this.#status.textContent = this.#says.refused;
    }
  }
}

customElements.define('mado-copy-link', MadoCopyLink);

declare global {
  interface HTMLElementTagNameMap {
    'mado-copy-link': MadoCopyLink;
  }
}
