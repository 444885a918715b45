import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../../api/client.ts';
import type { Ticket } from '../../../../api/tickets/contract.ts';
import { timeText } from '../../time-text.ts';
import { messages } from '../messages.ts';
import { messages as actTexts } from './messages.ts';
import { TicketAct } from './ticket-act.ts';

/** Lets another ticket go into this one: one of the same customer, or any by its reference; it is shown before. */
export class MadoTicketMerge extends TicketAct {
  static override properties: PropertyDeclarations = { other: { state: true } };

  /** The one that goes into this, as it is now. */
  declare other: Ticket | null;
  #asked = '';

  constructor() {
    super();
    this.other = null;
  }

  /** Where there is but one, it is chosen. */
  override connectedCallback(): void {
    super.connectedCallback();
    const [only, ...more] = this.ticket.otherTickets;
    if (only && more.length === 0) void this.#show(only.reference);
  }

  protected override get heading() {
    return actTexts[this.language].merge.title;
  }

  protected override get button() {
    return actTexts[this.language].merge.button;
  }

  async #show(typed: string): Promise<void> {
    const says = actTexts[this.language].merge;
    const reference = typed.normalize('NFKC').trim().toUpperCase();
    this.#asked = reference;
    this.other = null;
    this.problem = reference === this.ticket.reference ? says.itself : '';
    if (this.problem || !reference) return;
    try {
      const other = await (await this.api().tickets[':reference'].$get({ param: { reference } })).json();
      if (this.#asked === reference) this.other = other;
    } catch (error) {
      if (this.#asked !== reference) return;
      const isUnknown = error instanceof ApiProblem && error.slug === 'not-found';
      this.problem = isUnknown ? says.unknown : this.explain(error);
    }
  }

  protected override async act(): Promise<boolean> {
    const says = actTexts[this.language].merge;
    const { other, ticket, ways } = this;
    if (!other) {
      this.problem ||= says.wrong;
      return false;
    }
    const param = { reference: ticket.reference };
    return ways.change(async ({ version }) => {
      const { merge } = this.api().tickets[':reference'];
      const answer = await (await merge.$post({ param, json: { version, other: other.reference } })).json();
      ways.offerUndo(answer.undo, says.done(other.reference));
      return { json: async () => answer.ticket };
    }, says.done(other.reference));
  }

  protected override fields(): TemplateResult {
    const says = actTexts[this.language].merge;
    const choose = ({ target }: Event) => void this.#show((target as HTMLInputElement).value);
    return html`<p>${says.lead}</p>
      ${
        this.ticket.otherTickets.length > 0
          ? html`<fieldset class="ticket-choices">
              <legend>${says.which}</legend>
              ${this.ticket.otherTickets.map(
                ({ reference, subject, state }) =>
                  html`<label>
                    <input
                      type="radio"
                      name="other"
                      value=${reference}
                      ?checked=${this.ticket.otherTickets.length === 1}
                      @change=${choose}
                    />
                    <span>${subject}</span> <span class="reference">${reference}</span>
                    <span class="state" data-state=${state}>${messages[this.language].states[state]}</span>
                  </label>`,
              )}
            </fieldset>`
          : nothing
      }
      <div class="field">
        <label for="act-reference">${says.byReference}</label>
        <input
          id="act-reference"
          maxlength="20"
          placeholder="M-"
          autocomplete="off"
          autocapitalize="characters"
          aria-invalid=${this.problem ? 'true' : 'false'}
          aria-describedby="act-problem"
          @change=${choose}
        />
      </div>
      ${this.other ? this.#preview(this.other) : nothing}`;
  }

  #preview(other: Ticket) {
    const { language, timeZone, ticket } = this;
    const says = actTexts[language].merge;
    const last = other.messages.at(-1);
    return html`<div class="ticket-preview" role="group" aria-label=${says.preview}>
      <p><strong lang=${other.language}>${other.subject}</strong> <span class="reference">${other.reference}</span></p>
      <p>
        ${other.customer} · ${says.messages(other.messages.length)} · ${timeText(other.createdAt, language, timeZone)}
      </p>
      ${last ? html`<p class="ticket-excerpt" lang=${other.language}>${last.body}</p>` : nothing}
      ${
        other.customerId === ticket.customerId
          ? nothing
          : html`<p class="composer-unfilled">${says.others(other.customer)}</p>`
      }
    </div>`;
  }
}

customElements.define('mado-ticket-merge', MadoTicketMerge);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-merge': MadoTicketMerge;
  }
}
