import { html, nothing, type TemplateResult } from 'lit';
import type { Presence } from '../../../api/desk/contract.ts';
import type { Ticket } from '../../../api/tickets/contract.ts';
import { messages as conversationTexts } from './conversation-messages.ts';
import type { MadoDeskTicket } from './mado-desk-ticket.ts';
import './mado-ticket-properties.ts';
import type { TicketWays } from './ticket-ways.ts';

/** What belongs to a ticket beside its conversation: its properties, and its customer with everything they did. */
export function ticketSide(page: MadoDeskTicket, ticket: Ticket, ways: TicketWays): TemplateResult {
  const { language, timeZone, categories, account, colleagues } = page;
  return html`<div class="ticket-side" role="group" tabindex="-1" aria-label=${conversationTexts[language].side}>
    <mado-ticket-properties
      .language=${language}
      .timeZone=${timeZone}
      .categories=${categories}
      .account=${account}
      .ticket=${ticket}
      .colleagues=${colleagues}
      .ways=${ways}
    ></mado-ticket-properties>
    <mado-customer-history
      .language=${language}
      .timeZone=${timeZone}
      .account=${account}
      .customerId=${ticket.customerId}
      .openReference=${ticket.reference}
    ></mado-customer-history>
  </div>`;
}

export function leadToSide(page: Element): void {
  const side = page.querySelector<HTMLElement>('.ticket-side');
  side?.focus();
  side?.scrollIntoView();
}

/** Whether the ticket can be taken, and is. */
export function takeIt(page: Element): boolean {
  const button = page.querySelector<HTMLElement>('[data-act=take]');
  button?.click();
  return button !== null;
}

/** That somebody else is at the ticket, and whether they are writing: two replies would cross. */
export function presenceNotice(present: readonly Presence[], language: 'ja' | 'en'): TemplateResult {
  const says = conversationTexts[language];
  const writing = present.filter(({ isWriting }) => isWriting);
  const names = (writing.length > 0 ? writing : present).map(({ name }) => name).join(says.joiner);
  const text = writing.length > 0 ? says.writing(names) : says.here(names);
  return html`<p
    class="ticket-present"
    role="status"
    ?data-present=${present.length > 0}
    ?data-writing=${writing.length > 0}
  >
    ${present.length > 0 ? text : nothing}
  </p>`;
}

/** What was done to several tickets, with the way back where there is one. */
export function undoNotice(
  undo: { id: string; text: string } | null,
  language: 'ja' | 'en',
  onUndo: () => void,
): TemplateResult | typeof nothing {
  if (!undo) return nothing;
  return html`<p class="composer-sent">
    ${undo.text}
    ${
      undo.id
        ? html`<button class="button" type="button" @click=${onUndo}>${conversationTexts[language].undo}</button>`
        : nothing
    }
  </p>`;
}
