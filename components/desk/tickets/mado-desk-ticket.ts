import { html, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { Ticket, TicketState } from '../../../api/tickets/contract.ts';
import { MadoAttachments } from '../../attachments/mado-attachments.ts';
import { upload } from '../../attachments/upload.ts';
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
    const attachments = this.querySelector('mado-attachments');
    if (!field || !message || !attachments) return;
    if (!attachments.isFine) {
      attachments.lead();
      return;
    }
    const { files } = attachments;
    const isSent = await this.change(async ({ version }) => {
      const json = { message, version };
      const named = files.map(({ name, size, lastModified }) => `${name} ${size} ${lastModified}`);
      const headers = this.#attempt.headersFor([reference, message, ...named].join('\n'));
      if (files.length > 0) return this.#upload(attachments, reference, json, headers['Idempotency-Key']);
      return this.api().tickets[':reference'].messages.$post({ param: { reference }, json }, { headers });
    }, messages[this.language].sent);
    attachments.sentBytes = null;
    if (!isSent) return;
    this.#attempt.end();
    if (this.itemId === reference) attachments.clear();
    keepDraft(reference, '');
    // What was typed on while the reply was under way belongs to the next one.
    if (this.itemId === reference && field.value.trim() === message) field.value = '';
  }

  /** The reply with its files; what is wrong with a file is said at that file. */
  async #upload(attachments: MadoAttachments, reference: string, json: object, key: string) {
    const { files } = attachments;
    const onProgress = (bytes: number) => {
      attachments.sentBytes = bytes;
    };
    const address = `/api/tickets/${encodeURIComponent(reference)}/messages`;
    try {
      const ticket = await upload<Ticket>(address, { json, files, key, language: this.language, onProgress });
      return { json: async () => ticket };
    } catch (error) {
      if (error instanceof ApiProblem) attachments.fail(error.problem.errors ?? []);
      throw error;
    }
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
      <mado-attachments class="field" .language=${this.language}>
        <label for="reply-files">${says.files}</label>
        <input id="reply-files" name="files" type="file" multiple />
      </mado-attachments>
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
