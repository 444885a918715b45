import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ApiProblem, apiClient } from '../../api/client.ts';
import type { Ticket, TicketState } from '../../api/tickets/contract.ts';
import { LightElement } from '../base/light-element.ts';
import { newKey } from '../base/new-key.ts';
import { fire } from '../events.ts';
import { keepDraft, readDraft } from './drafts.ts';
import { messages } from './messages.ts';
import { ticketTrail } from './ticket-trail.ts';
import { timeText } from './time-text.ts';

/**
 * One conversation at the desk: its trail, its messages, a reply, and the states it may move to.
 * @fires mado-ticket-changed
 * @fires mado-signed-out
 */
export class MadoDeskTicket extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    timeZone: { attribute: false },
    reference: { attribute: false },
    ticket: { state: true },
    problem: { state: true },
    announcement: { state: true },
    isSending: { state: true },
  };

  declare language: 'ja' | 'en';
  declare timeZone: string;
  declare reference: string;
  declare ticket: Ticket | null;
  declare problem: string;
  declare announcement: string;
  declare isSending: boolean;

  /** A reply sent again after a failure is the same reply. */
  #attempt = { content: '', key: '' };

  constructor() {
    super();
    this.language = 'ja';
    this.timeZone = 'UTC';
    this.reference = '';
    this.ticket = null;
    this.problem = '';
    this.announcement = '';
    this.isSending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reference') && this.reference) {
      this.ticket = null;
      this.announcement = '';
      void this.#load();
    }
  }

  get #calls() {
    return apiClient(this.language).api.tickets[':reference'];
  }

  async #load(): Promise<void> {
    const { reference } = this;
    const param = { reference };
    await this.#try(async () => {
      const ticket = await (await this.#calls.$get({ param })).json();
      if (!this.#show(reference, ticket)) return;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.ticket-title')?.focus();
      const field = this.querySelector<HTMLTextAreaElement>('#reply');
      if (field) field.value ||= readDraft(reference);
    });
  }

  /** Shows what a call gave, unless another ticket has been opened meanwhile. */
  #show(reference: string, ticket: Ticket): boolean {
    if (reference !== this.reference) return false;
    this.ticket = ticket;
    return true;
  }

  async #reply(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.querySelector<HTMLTextAreaElement>('#reply');
    const message = field?.value.trim();
    const { ticket, reference } = this;
    if (!field || !ticket || !message || this.isSending) return;
    const content = `${reference} ${message}`;
    if (this.#attempt.content !== content) this.#attempt = { content, key: newKey() };
    this.isSending = true;
    const isSent = await this.#try(async () => {
      const headers = { 'Idempotency-Key': this.#attempt.key };
      const json = { message, version: ticket.version };
      const answer = await this.#calls.messages.$post({ param: { reference }, json }, { headers });
      this.#show(reference, await answer.json());
    });
    this.isSending = false;
    if (!isSent) return;
    this.#attempt = { content: '', key: '' };
    keepDraft(reference, '');
    // What was typed on while the reply was under way belongs to the next one.
    if (this.reference === reference && field.value.trim() === message) field.value = '';
    this.announcement = messages[this.language].sent;
    fire(this, 'mado-ticket-changed', { reference });
  }

  async #move(state: TicketState): Promise<void> {
    const { ticket, reference } = this;
    if (!ticket) return;
    const isMoved = await this.#try(async () => {
      const answer = await this.#calls.state.$put({ param: { reference }, json: { state, version: ticket.version } });
      this.#show(reference, await answer.json());
    });
    if (!isMoved) return;
    const says = messages[this.language];
    this.announcement = says.moved(says.states[state]);
    fire(this, 'mado-ticket-changed', { reference });
    await this.updateComplete;
    this.querySelector<HTMLElement>('.ticket-moves button')?.focus();
  }

  /** Whether a call succeeded; otherwise says what went wrong, and fetches the latest where somebody was faster. */
  async #try(call: () => Promise<void>): Promise<boolean> {
    try {
      this.problem = '';
      await call();
      return true;
    } catch (error) {
      const says = messages[this.language];
      const slug = error instanceof ApiProblem ? error.slug : null;
      if (slug === 'not-signed-in') fire(this, 'mado-signed-out', {});
      if (slug === 'state-changed') {
        await this.#load();
        this.problem = says.changedMeanwhile;
      } else {
        this.problem = error instanceof ApiProblem ? error.problem.title : says.unreachable;
      }
      return false;
    }
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    return html`<p class="visually-hidden" role="status">${this.ticket ? this.announcement : says.loading}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${this.ticket ? this.#ticket(this.ticket) : nothing}`;
  }

  #ticket(ticket: Ticket) {
    const says = messages[this.language];
    const time = (at: number) => timeText(at, this.language, this.timeZone);
    return html`<article class="ticket">
      <header>
        <h2 class="ticket-title" lang=${ticket.language} tabindex="-1">${ticket.subject}</h2>
        <dl class="ticket-facts">
          <div>
            <dt>${says.customer}</dt>
            <dd>
              ${ticket.name ? html`${ticket.name} ` : nothing}<span>${ticket.email}</span>
              ${ticket.emailVerified ? nothing : html`<span class="state">${says.unverified}</span>`}
            </dd>
          </div>
          <div>
            <dt>${says.opened}</dt>
            <dd>${time(ticket.createdAt)} <span class="reference">${ticket.reference}</span></dd>
          </div>
          ${
            ticket.promisedBy === null
              ? nothing
              : html`<div>
                  <dt>${says.promised}</dt>
                  <dd>${time(ticket.promisedBy)}</dd>
                </div>`
          }
        </dl>
        <div class="ticket-moves" role="group" aria-label=${says.movesLabel}>
          <span class="state" data-state=${ticket.state}>${says.states[ticket.state]}</span>
          ${ticket.nextStates.map(
            (state) =>
              html`<button class="desk-link" type="button" @click=${() => this.#move(state)}>
                ${says.moves[state]}
              </button>`,
          )}
        </div>
      </header>
      ${this.#others(ticket)}
      <section aria-labelledby="conversation">
        <h3 id="conversation" class="visually-hidden">${says.conversation}</h3>
        <ol class="messages">
          ${ticket.messages.map(
            (message) =>
              html`<li class="message" data-direction=${message.direction}>
                <p class="message-head">
                  <strong>${message.author ?? says.from[message.direction]}</strong>
                  <time datetime=${new Date(message.createdAt).toISOString()}>${time(message.createdAt)}</time>
                </p>
                <div class="message-body" lang=${ticket.language}>
                  ${message.body.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}
                </div>
                ${ticketTrail(message.trail, this.language)}
              </li>`,
          )}
        </ol>
      </section>
      <form class="form ticket-reply" @submit=${(event: Event) => this.#reply(event)}>
        <div class="field">
          <label for="reply">${says.reply}</label>
          <p class="field-hint" id="reply-hint">${says.sendHint}</p>
          <textarea
            id="reply"
            rows="5"
            maxlength="5000"
            required
            lang=${ticket.language}
            aria-describedby="reply-hint"
            @input=${({ target }: Event) => keepDraft(ticket.reference, (target as HTMLTextAreaElement).value)}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing)
                void this.#reply(event);
            }}
          ></textarea>
        </div>
        <p><button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${says.send}</button></p>
      </form>
    </article>`;
  }

  #others({ otherTickets }: Ticket) {
    if (otherTickets.length === 0) return nothing;
    const says = messages[this.language];
    return html`<section class="ticket-others" aria-labelledby="others">
      <h3 id="others">${says.others}</h3>
      <ul>
        ${otherTickets.map(
          ({ reference, subject, state }) =>
            html`<li>
              <a href="#/all/${reference}">${subject}</a>
              <span class="state" data-state=${state}>${says.states[state]}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('mado-desk-ticket', MadoDeskTicket);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-ticket': MadoDeskTicket;
  }
}
