import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Ticket } from '../../../api/tickets/contract.ts';
import { DeskElement } from '../desk-element.ts';
import { choose } from './property-chosen.ts';
import { messages as propertiesTexts } from './properties-messages.ts';

/** The subject, which staff may put better. */
export class MadoTicketSubject extends DeskElement {
  static override properties: PropertyDeclarations = { ticket: { attribute: false }, isEditing: { state: true } };

  declare ticket: Ticket;
  declare isEditing: boolean;

  constructor() {
    super();
    this.isEditing = false;
  }

  async #edit(isEditing: boolean): Promise<void> {
    this.isEditing = isEditing;
    await this.updateComplete;
    this.querySelector<HTMLElement>(isEditing ? 'input' : 'button')?.focus();
  }

  #save(event: Event): void {
    event.preventDefault();
    const subject = this.querySelector('input')?.value.trim() ?? '';
    if (!subject) return;
    if (subject !== this.ticket.subject) choose(this, { subject });
    void this.#edit(false);
  }

  protected override render(): TemplateResult {
    const says = propertiesTexts[this.language];
    if (!this.isEditing) {
      return html`<button class="desk-link" type="button" @click=${() => this.#edit(true)}>${says.edit}</button>`;
    }
    return html`<form class="ticket-line" @submit=${(event: Event) => this.#save(event)}>
      <div class="field">
        <label for="property-subject">${says.subject}</label>
        <input
          id="property-subject"
          maxlength="120"
          required
          lang=${this.ticket.language}
          .value=${this.ticket.subject}
          @keydown=${({ key, isComposing }: KeyboardEvent) => key === 'Escape' && !isComposing && this.#edit(false)}
        />
      </div>
      <button class="button" type="submit">${says.save}</button>
      <button class="desk-link" type="button" @click=${() => this.#edit(false)}>${says.cancel}</button>
    </form>`;
  }
}

customElements.define('mado-ticket-subject', MadoTicketSubject);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-subject': MadoTicketSubject;
  }
}
