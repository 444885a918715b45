import { type Calendar, dateInZone, dateLocales, openStateAt } from '../../content/calendar.ts';
import { pageLanguage } from '../base/page.ts';

const minuteMs = 60_000;

const says = {
  ja: {
    open: (until: string) => `受付中（${until}まで）`,
    always: '受付中',
    closed: (from: string) => `受付時間外・次は${from}から`,
    long: 'ただいま受付を休んでいます',
  },
  en: {
    open: (until: string) => `Open now, until ${until}`,
    always: 'Open now',
    closed: (from: string) => `Closed now, back ${from}`,
    long: 'Closed at the moment',
  },
};

/**
 * Whether a channel is open now, and until when or from when on, in the portal's own time zone.
 * @attr data-calendar - a `Calendar` as JSON
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
    const text = openText(calendar, Date.now());
    this.toggleAttribute('data-open', text.isOpen);
    if (this.textContent !== text.text) this.textContent = text.text;
  }
}

function openText(calendar: Calendar, now: number): { isOpen: boolean; text: string } {
  const language = pageLanguage();
  const state = openStateAt(calendar, now);
  if (state.isOpen) {
    const { open, always } = says[language];
    return { isOpen: true, text: state.until === null ? always : open(format(state.until, calendar, now)) };
  }
  const text =
    state.opensAt === null ? says[language].long : says[language].closed(format(state.opensAt, calendar, now));
  return { isOpen: false, text };
}

/** A time of day, with its day unless that is today. */
function format(instant: number, { timeZone }: Calendar, now: number): string {
  const isToday = dateInZone(instant, timeZone) === dateInZone(now, timeZone);
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone };
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { weekday: 'short', day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(dateLocales[pageLanguage()], { ...day, ...time }).format(instant);
}

customElements.define('mado-hours', MadoHours);

declare global {
  interface HTMLElementTagNameMap {
    'mado-hours': MadoHours;
  }
}
