import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { DeskElement } from '../desk-element.ts';
import { instantOfWallTime, latestWallTime, wallTime } from '../notices/end-choices.ts';
import { timeText } from '../time-text.ts';
import { choose } from './property-chosen.ts';
import { messages as propertiesTexts } from './properties-messages.ts';
import { snoozeNames, snoozeTexts, snoozeTime } from './snooze-times.ts';

/** Takes a ticket out of the lists until a time, or brings it back. */
export class MadoTicketSnooze extends DeskElement {
  static override properties: PropertyDeclarations = {
    until: { attribute: false },
    problem: { state: true },
  };

  declare until: number | null;
  declare problem: string;

  constructor() {
    super();
    this.until = null;
    this.problem = '';
  }

  #snooze(until: number | null): void {
    this.problem = '';
    choose(this, { snoozedUntil: until });
    const details = this.querySelector('details');
    if (details) details.open = false;
    this.querySelector<HTMLElement>('summary')?.focus();
  }

  #own(event: Event): void {
    event.preventDefault();
    const at = instantOfWallTime(this.querySelector('input')?.value ?? '', this.timeZone);
    if (at !== null && at > Date.now()) this.#snooze(at);
    else this.problem = propertiesTexts[this.language].ownTimeWrong;
  }

  protected override render(): TemplateResult {
    const { language, timeZone, until } = this;
    const says = propertiesTexts[language];
    const wake = html`<p class="ticket-snoozed">
      ${says.snoozedUntil(timeText(until ?? 0, language, timeZone))}
      <button class="desk-link" type="button" @click=${() => this.#snooze(null)}>${says.wake}</button>
    </p>`;
    return html`${until === null ? nothing : wake}
      <details class="ticket-snooze">
        <summary>${says.snooze}</summary>
        <ul>
          ${times(timeZone).map(
            ({ name, at }) =>
              html`<li>
                <button type="button" data-choice=${name} @click=${() => this.#snooze(at)}>
                  <span>${snoozeTexts[language][name]}</span> <span>${timeText(at, language, timeZone)}</span>
                </button>
              </li>`,
          )}
        </ul>
        <form class="ticket-line" novalidate @submit=${(event: Event) => this.#own(event)}>
          <div class="field">
            <label for="snooze-at">${says.ownTime}</label>
            <input
              id="snooze-at"
              type="datetime-local"
              min=${wallTime(Date.now(), timeZone)}
              max=${latestWallTime}
              aria-describedby="snooze-problem"
            />
          </div>
          <button class="button" type="submit">${says.snooze}</button>
        </form>
        <p class="field-error" id="snooze-problem" role="status">${this.problem || nothing}</p>
      </details>`;
  }
}

/** The times that are offered now: where two are the same, the first. */
function times(timeZone: string) {
  const all = snoozeNames.map((name) => ({ name, at: snoozeTime(name, Date.now(), timeZone) }));
  return all.filter(({ at }, index) => all.findIndex((other) => other.at === at) === index);
}

customElements.define('mado-ticket-snooze', MadoTicketSnooze);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-snooze': MadoTicketSnooze;
  }
}
