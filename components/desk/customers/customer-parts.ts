import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../../api/privacy/contract.ts';
import { dateLocales } from '../../../content/calendar.ts';
import { hrefOf } from '../desk-place.ts';
import { messages } from './messages.ts';

/** What the customer has asked, with the way to each. */
export function customerTickets({ tickets }: Customer, language: 'ja' | 'en'): TemplateResult | typeof nothing {
  if (tickets.length === 0) return nothing;
  return html`<section aria-labelledby="requests">
    <h3 id="requests">${messages[language].tickets}</h3>
    <ul>
      ${tickets.map(
        ({ reference, subject }) =>
          html`<li>
            <a href=${hrefOf('tickets', { view: 'all', id: reference })}>${subject}</a>
            <span class="reference">${reference}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** How much each table holds of them. */
export function customerHeld({ held }: Customer, language: 'ja' | 'en'): TemplateResult {
  return html`<section aria-labelledby="held">
    <h3 id="held">${messages[language].held}</h3>
    <dl class="ticket-facts">
      ${held.map(
        ({ name, rows }) =>
          html`<div>
            <dt>${name[language]}</dt>
            <dd>${rows}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

/** A day in words. */
export function dayText(at: number, language: 'ja' | 'en', timeZone: string): string {
  return new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone }).format(at);
}
