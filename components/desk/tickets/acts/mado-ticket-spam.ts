import { html, nothing, type TemplateResult } from 'lit';
import { messages as actTexts } from './messages.ts';
import { TicketAct } from './ticket-act.ts';

/** Marks a ticket as spam, and has nothing more taken from its sender where somebody says so. */
export class MadoTicketSpam extends TicketAct {
  protected override get heading() {
    return actTexts[this.language].spam.title;
  }

  protected override get button() {
    return actTexts[this.language].spam.button;
  }

  /** The address or number of the first message; the customer's address where it has none. */
  get #sender(): string {
    const first = this.ticket.messages.find(({ direction }) => direction === 'in');
    return first?.sender ?? this.ticket.email;
  }

  protected override async act(form: FormData): Promise<boolean> {
    const says = actTexts[this.language].spam;
    const value = this.#sender;
    const { ticket, ways } = this;
    const param = { reference: ticket.reference };
    const isMoved = await ways.change(
      ({ version }) => this.api().tickets[':reference'].state.$put({ param, json: { state: 'spam', version } }),
      says.done,
    );
    if (!isMoved || form.get('block') === null || !value) return isMoved;
    try {
      const kind = value.includes('@') ? 'email' : 'phone';
      await this.api()['blocked-senders'].$post({
        json: { kind, value, reason: `${says.reason} ${ticket.reference}` },
      });
      return true;
    } catch {
      this.problem = says.notBlocked;
      return false;
    }
  }

  protected override fields(): TemplateResult {
    const says = actTexts[this.language].spam;
    const sender = this.#sender;
    return html`<p>${says.lead}</p>
      ${
        sender
          ? html`<div class="ticket-choices">
              <label>
                <input type="checkbox" name="block" aria-describedby="act-block-hint" />
                <span>${says.block(sender)}</span>
              </label>
              <p class="field-hint" id="act-block-hint">${says.blockHint}</p>
            </div>`
          : nothing
      }`;
  }
}

customElements.define('mado-ticket-spam', MadoTicketSpam);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-spam': MadoTicketSpam;
  }
}
