import { html, nothing, type TemplateResult } from 'lit';
import type { TicketState, TicketSummary, TicketView } from '../../../api/tickets/contract.ts';
import { type DeskAddress, type DeskPlace } from '../desk-place.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import { timeText } from '../time-text.ts';
import './mado-desk-ticket.ts';
import { messages } from './messages.ts';

/** States in which a reply can be overdue. */
const isUnanswered: ReadonlySet<TicketState> = new Set(['new', 'open', 'on-hold']);

/** The desk's tickets: what has to be answered, what waits, what is done. */
export class MadoDeskTickets extends DeskList<TicketSummary, TicketView> {
  protected override readonly address: DeskAddress<TicketView> = {
    page: 'tickets',
    views: ['to-answer', 'waiting', 'done', 'all'],
    id: /^M-[0-9A-Z]{4,10}$/,
  };
  protected override readonly changeEvent = 'mado-ticket-changed';

  protected override get texts() {
    return messages[this.language];
  }

  protected override async load({ view, after }: DeskQuery<TicketView>, until: AbortSignal) {
    const query = { view, ...(after ? { after } : {}) };
    const { tickets, next } = await (await this.api(until).tickets.$get({ query })).json();
    return { items: tickets, next };
  }

  protected override idOf({ reference }: TicketSummary): string {
    return reference;
  }

  protected override line(ticket: TicketSummary): TemplateResult {
    const { reference, subject, customer, state, language, lastMessageAt, promisedBy } = ticket;
    const says = messages[this.language];
    const isLate = isUnanswered.has(state) && promisedBy !== null && promisedBy < Date.now();
    return html`<span class="desk-line-head">
        <span class="desk-customer">${customer}</span>
        <span class="desk-time">${timeText(lastMessageAt, this.language, this.timeZone)}</span>
      </span>
      <span class="desk-subject" lang=${language}>${subject}</span>
      <span class="desk-line-foot">
        <span class="state" data-state=${state}>${says.states[state]}</span>
        ${isLate ? html`<span class="state" data-state="late">${says.late}</span>` : nothing}
        <span class="reference">${reference}</span>
      </span>`;
  }

  protected override opened({ id }: DeskPlace<TicketView>): TemplateResult {
    return html`<mado-desk-ticket
      .language=${this.language}
      .timeZone=${this.timeZone}
      .itemId=${id ?? ''}
    ></mado-desk-ticket>`;
  }
}

customElements.define('mado-desk-tickets', MadoDeskTickets);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-tickets': MadoDeskTickets;
  }
}
