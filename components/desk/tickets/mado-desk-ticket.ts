import { html, type TemplateResult } from 'lit';
import type { Ticket, TicketState } from '../../../api/tickets/contract.ts';
import { fire } from '../../events.ts';
import { Attempt } from '../attempt.ts';
import { DeskDetail } from '../desk-detail.ts';
import { keepDraft, readDraft } from '../drafts.ts';
import { messages } from './messages.ts';
import { otherTickets, ticketFacts, ticketMessages } from './ticket-parts.ts';

/**
 * One conversation at the desk: its trail, its messages, a reply, and the states it may move to.
 * @fires mado-ticket-changed
 */
export class MadoDeskTicket extends DeskDetail<Ticket> {
  /** A reply sent again after a failure is the same reply. */
  #attempt = new Attempt();

  protected override load(reference: string, until: AbortSignal) {
    return this.api(until).tickets[':reference'].$get({ param: { reference } });
  }

  protected override tell(reference: string): void {
    fire(this, 'mado-ticket-changed', { reference });
  }

  protected override arrive(): void {
    super.arrive();
    const field = this.querySelector<HTMLTextAreaElement>('#reply');
    if (field) field.value ||= readDraft(this.itemId);
  }

  async #reply(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.querySelector<HTMLTextAreaElement>('#reply');
    const message = field?.value.trim();
    const reference = this.itemId;
    if (!field || !message) return;
    const isSent = await this.change(({ version }) => {
      const json = { message, version };
      const headers = this.#attempt.headersFor(`${reference} ${message}`);
      return this.api().tickets[':reference'].messages.$post({ param: { reference }, json }, { headers });
    }, messages[this.language].sent);
    if (!isSent) return;
    this.#attempt.end();
    keepDraft(reference, '');
    // What was typed on while the reply was under way belongs to the next one.
    if (this.itemId === reference && field.value.trim() === message) field.value = '';
  }

  async #move(state: TicketState): Promise<void> {
    const says = messages[this.language];
    const param = { reference: this.itemId };
    const isMoved = await this.change(
      ({ version }) => this.api().tickets[':reference'].state.$put({ param, json: { state, version } }),
      says.moved(says.states[state]),
    );
    if (isMoved && this.itemId === param.reference) this.querySelector<HTMLElement>('.ticket-moves button')?.focus();
  }

  protected override shown(ticket: Ticket): TemplateResult {
    return html`<article class="ticket">
      <header>
        <h2 class="ticket-title" lang=${ticket.language} tabindex="-1">${ticket.subject}</h2>
        ${ticketFacts(ticket, this.language, this.timeZone)} ${this.#moves(ticket)}
      </header>
      ${otherTickets(ticket, this.language)} ${ticketMessages(ticket, this.language, this.timeZone)}
      ${this.#replyForm(ticket)}
    </article>`;
  }

  #moves({ state, nextStates }: Ticket) {
    const says = messages[this.language];
    return html`<div class="ticket-moves" role="group" aria-label=${says.movesLabel}>
      <span class="state" data-state=${state}>${says.states[state]}</span>
      ${nextStates.map(
        (next) =>
          html`<button class="desk-link" type="button" aria-disabled=${this.isSending} @click=${() => this.#move(next)}>
            ${says.moves[next]}
          </button>`,
      )}
    </div>`;
  }

  #replyForm({ reference, language }: Ticket) {
    const says = messages[this.language];
    return html`<form class="form ticket-reply" @submit=${(event: Event) => this.#reply(event)}>
      <div class="field">
        <label for="reply">${says.reply}</label>
        <p class="field-hint" id="reply-hint">${says.sendHint}</p>
        <textarea
          id="reply"
          rows="5"
          maxlength="5000"
          required
          lang=${language}
          aria-describedby="reply-hint"
          @input=${({ target }: Event) => keepDraft(reference, (target as HTMLTextAreaElement).value)}
          @keydown=${(event: KeyboardEvent) => (sendsReply(event) ? this.#reply(event) : undefined)}
        ></textarea>
      </div>
      <p><button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${says.send}</button></p>
    </form>`;
  }
}

/** Whether somebody sends with the keyboard, and not from within an input method. */
function sendsReply({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !isComposing;
}

customElements.define('mado-desk-ticket', MadoDeskTicket);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-ticket': MadoDeskTicket;
  }
}
