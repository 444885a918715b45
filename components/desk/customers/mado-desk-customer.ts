import { html, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { Customer } from '../../../api/privacy/contract.ts';
import { fire } from '../../events.ts';
import { DeskDetail } from '../desk-detail.ts';
import { hrefOf } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import { customerHeld, customerTickets, dayText } from './customer-parts.ts';
import { messages } from './messages.ts';

/**
 * One customer at the desk: what is held about them, a copy of it, what has to be kept, and erasing it.
 * @fires mado-customer-changed
 */
export class MadoDeskCustomer extends DeskDetail<Customer> {
  protected override load(id: string, until: AbortSignal) {
    return this.api(until).customers[':id'].$get({ param: { id } });
  }

  protected override tell(id: string): void {
    fire(this, 'mado-customer-changed', { id });
  }

  /** A field that is wrong is named. */
  protected override explain(error: unknown): string {
    const [wrong] = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
    return wrong?.detail ?? super.explain(error);
  }

  async #save(format: 'html' | 'json'): Promise<void> {
    const json = { format, language: this.language };
    this.problem = '';
    try {
      const answer = await this.api().customers[':id'].export.$post({ param: { id: this.itemId }, json });
      const address = URL.createObjectURL(await answer.blob());
      const link = Object.assign(document.createElement('a'), { href: address, download: `personal-data.${format}` });
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  async #hold(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fields = new FormData(form);
    const text = (name: string) => (fields.get(name) as string | null)?.trim() ?? '';
    const [reason, day, reference] = [text('reason'), text('day'), text('reference')];
    if (!reason || !day) return;
    const until = Date.parse(`${day}T00:00:00`) + 86_400_000;
    const json = { reason, until, ...(reference ? { reference } : {}) };
    const isPlaced = await this.change(
      ({ id }) => this.api().customers[':id'].holds.$post({ param: { id }, json }),
      messages[this.language].placed,
    );
    if (isPlaced) form.reset();
  }

  async #lift(hold: string): Promise<void> {
    await this.change(
      ({ id }) => this.api().customers[':id'].holds[':hold'].$delete({ param: { id, hold } }),
      messages[this.language].lifted,
    );
    this.querySelector<HTMLElement>('.ticket-title')?.focus();
  }

  async #erase(): Promise<void> {
    const id = this.itemId;
    if (this.isSending) return;
    this.isSending = true;
    this.problem = '';
    try {
      await this.api().customers[':id'].erasure.$post({ param: { id } });
      this.item = null;
      this.announcement = messages[this.language].erased;
      this.tell(id);
      location.hash = hrefOf('customers', { view: 'all' });
    } catch (error) {
      this.problem = this.explain(error);
    } finally {
      this.isSending = false;
    }
  }

  protected override shown(customer: Customer): TemplateResult {
    const says = messages[this.language];
    const { name, email, createdAt } = customer;
    return html`<article class="ticket customer">
      <header>
        <h2 class="ticket-title" tabindex="-1">${name ?? email ?? says.unnamed}</h2>
        <p>${email} · ${says.since} ${timeText(createdAt, this.language, this.timeZone)}</p>
      </header>
      ${customerTickets(customer, this.language)} ${customerHeld(customer, this.language)}
      <section aria-labelledby="copy">
        <h3 id="copy">${says.copy}</h3>
        <p>${says.copyLead}</p>
        <p class="customer-acts">
          <button class="button" type="button" @click=${() => this.#save('html')}>${says.asPage}</button>
          <button class="button" type="button" @click=${() => this.#save('json')}>${says.asData}</button>
        </p>
      </section>
      ${this.#holds(customer)} ${this.#erasure(customer)}
    </article>`;
  }

  #holds({ holds, tickets }: Customer) {
    const says = messages[this.language];
    return html`<section aria-labelledby="holds">
      <h3 id="holds">${says.holds}</h3>
      <p>${says.holdsLead}</p>
      <ul>
        ${holds.map(
          ({ id, reason, until, reference }) =>
            html`<li>
              ${reference ?? says.ofAll}, ${says.holdUntil(dayText(until - 1, this.language, this.timeZone))}: ${reason}
              <button class="desk-link" type="button" aria-disabled=${this.isSending} @click=${() => this.#lift(id)}>
                ${says.lift}
              </button>
            </li>`,
        )}
      </ul>
      <details>
        <summary>${says.place}</summary>
        <form class="form" @submit=${(event: Event) => this.#hold(event)}>
          <div class="field">
            <label for="hold-reason">${says.reason}</label>
            <p class="field-hint" id="hold-reason-hint">${says.reasonHint}</p>
            <input id="hold-reason" name="reason" maxlength="500" required aria-describedby="hold-reason-hint" />
          </div>
          <div class="field">
            <label for="hold-day">${says.until}</label>
            <input id="hold-day" name="day" type="date" required />
          </div>
          <div class="field">
            <label for="hold-reference">${says.scope}</label>
            <select id="hold-reference" name="reference">
              <option value="">${says.ofAll}</option>
              ${tickets.map(
                ({ reference, subject }) => html`<option value=${reference}>${reference} ${subject}</option>`,
              )}
            </select>
          </div>
          <p><button class="button" type="submit" aria-disabled=${this.isSending}>${says.place}</button></p>
        </form>
      </details>
    </section>`;
  }

  #erasure({ holds }: Customer) {
    const says = messages[this.language];
    if (holds.length > 0) {
      return html`<section aria-labelledby="erase">
        <h3 id="erase">${says.erase}</h3>
        <p>${says.eraseHeld}</p>
      </section>`;
    }
    return html`<section aria-labelledby="erase">
      <h3 id="erase">${says.erase}</h3>
      <p>${says.eraseLead}</p>
      <details>
        <summary>${says.erase}…</summary>
        <p>
          <button class="button" type="button" aria-disabled=${this.isSending} @click=${() => this.#erase()}>
            ${says.eraseButton}
          </button>
        </p>
      </details>
    </section>`;
  }
}

customElements.define('mado-desk-customer', MadoDeskCustomer);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-customer': MadoDeskCustomer;
  }
}
