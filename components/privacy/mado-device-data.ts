import { pageLanguage } from '../base/page.ts';
import { removeLetters } from '../letters/letter-store.ts';
import { inTurn } from '../offline/in-turn.ts';
import { clearKept } from '../offline/kept-pages.ts';
import { messages } from './messages.ts';

/** Every name under which something is stored on a device begins so. */
const ours = /^mado(guchi)?[-.]/;

/** A button that clears what the site has stored on this device: searches, drafts, messages that wait, the trail, choices and kept pages. */
export class MadoDeviceData extends HTMLElement {
  #says = messages[pageLanguage()];
  #status = document.createElement('p');

  connectedCallback(): void {
    if (this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = this.#says.clear;
    button.addEventListener('click', () => void this.#clear());
    this.#status.role = 'status';
    this.classList.add('device-data');
    this.append(button, this.#status);
  }

  async #clear(): Promise<void> {
    // Said again, it is heard again.
    this.#status.textContent = '';
    try {
      for (const storage of [localStorage, sessionStorage]) {
        for (const name of Object.keys(storage)) if (ours.test(name)) storage.removeItem(name);
      }
      // Where nothing can be kept, nothing waits.
      await removeLetters().catch(() => undefined);
      if ('caches' in window) await inTurn(clearKept);
      delete document.documentElement.dataset['theme'];
      this.#status.textContent = this.#says.cleared;
    } catch {
      this.#status.textContent = this.#says.refused;
    }
  }
}

customElements.define('mado-device-data', MadoDeviceData);

declare global {
  interface HTMLElementTagNameMap {
    'mado-device-data': MadoDeviceData;
  }
}
