import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { CustomerSummary, CustomerView } from '../../../api/privacy/contract.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import { type DeskAddress, type DeskPlace, hrefOf } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import './mado-desk-customer.ts';
import './mado-desk-retention.ts';
import { messages } from './messages.ts';

/** The desk's customers: what is held about them, and what goes next. */
export class MadoDeskCustomers extends DeskList<CustomerSummary, CustomerView> {
  static override properties: PropertyDeclarations = { ...DeskList.properties, findProblem: { state: true } };

  declare findProblem: string;

  protected override readonly address: DeskAddress<CustomerView> = {
    page: 'customers',
    views: ['all', 'held'],
    id: /^[0-9a-f-]{36}$/,
  };
  protected override readonly changeEvent = 'mado-customer-changed';

  constructor() {
    super();
    this.findProblem = '';
  }

  protected override get texts() {
    return messages[this.language];
  }

  protected override async load({ view, after }: DeskQuery<CustomerView>, until: AbortSignal) {
    const query = { view, ...(after ? { after } : {}) };
    const { customers, next } = await (await this.api(until).customers.$get({ query })).json();
    return { items: customers, next };
  }

  protected override idOf({ id }: CustomerSummary): string {
    return id;
  }

  async #find(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.querySelector<HTMLInputElement>('#customer-email')?.value.trim() ?? '';
    if (!email) return;
    this.findProblem = '';
    try {
      const { id } = await (await this.api().customers.find.$post({ json: { email } })).json();
      location.hash = hrefOf('customers', { view: this.place.view, id });
    } catch (error) {
      const isUnknown = error instanceof ApiProblem && error.slug === 'not-found';
      this.findProblem = isUnknown ? messages[this.language].notFound : this.explain(error);
    }
  }

  protected override head(): TemplateResult {
    const says = messages[this.language];
    return html`<form class="form customer-find" novalidate @submit=${(event: Event) => this.#find(event)}>
        <div class="field">
          <label for="customer-email">${says.find}</label>
          <input
            id="customer-email"
            type="email"
            maxlength="254"
            autocomplete="off"
            aria-describedby="customer-email-error"
          />
          <p class="field-error" id="customer-email-error" role="status">${this.findProblem || nothing}</p>
        </div>
        <p><button class="button" type="submit">${says.findButton}</button></p>
      </form>
      <mado-desk-retention .language=${this.language} .timeZone=${this.timeZone}></mado-desk-retention>`;
  }

  protected override line(customer: CustomerSummary): TemplateResult {
    const { name, email, createdAt, conversations, isHeld } = customer;
    const says = messages[this.language];
    return html`<span class="desk-line-head">
        <span class="desk-customer">${name ?? says.unnamed}</span>
        <span class="desk-time">${timeText(createdAt, this.language, this.timeZone)}</span>
      </span>
      <span class="desk-subject">${email}</span>
      <span class="desk-line-foot">
        <span>${says.requests(conversations)}</span>
        ${isHeld ? html`<span class="state" data-state="late">${says.isHeld}</span>` : nothing}
      </span>`;
  }

  protected override opened({ id }: DeskPlace<CustomerView>): TemplateResult {
    return html`<mado-desk-customer
      .language=${this.language}
      .timeZone=${this.timeZone}
      .itemId=${id ?? ''}
    ></mado-desk-customer>`;
  }
}

customElements.define('mado-desk-customers', MadoDeskCustomers);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-customers': MadoDeskCustomers;
  }
}
