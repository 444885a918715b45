import type { Calendar } from '../../content/calendar.ts';
import { pageLanguage } from '../base/page.ts';
import { openText } from './open-text.ts';
import { replyText } from './reply-text.ts';

const minuteMs = 60_000;

/**
 * Whether a channel is open now, and until when or from when on, in the portal's own time zone; or by when a message
 * sent now is answered.
 * @attr data-calendar - a `Calendar` as JSON
 * @attr data-reply-minutes - says by when a message is answered instead: within how many minutes of opening time
 * @attr data-open - set while it is open
 */
export class MadoHours extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    this.#tell();
    this.#timer = window.setInterval(() => this.#tell(), minuteMs);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
  }

  #tell(): void {
    const calendar = JSON.parse(this.dataset['calendar'] ?? 'null') as Calendar | null;
    if (!calendar) return;
    const replyMinutes = Number(this.dataset['replyMinutes']);
    const language = pageLanguage();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const { isOpen, text } = replyMinutes
      ? { isOpen: false, text: replyText(calendar, Date.now(), replyMinutes, language, timeZone) }
      : openText(calendar, Date.now(), language, timeZone);
    this.toggleAttribute('data-open', isOpen);
    if (this.textContent !== text) this.textContent = text;
  }
}

customElements.define('mado-hours', MadoHours);

declare global {
  interface HTMLElementTagNameMap {
    'mado-hours': MadoHours;
  }
}
