import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { CustomerHistory, CustomerOrders } from '../../../api/customers/contract.ts';
import { fire } from '../../events.ts';
import { DeskElement } from '../desk-element.ts';
import { deskProblem } from '../desk-problem.ts';
import { dayText } from './customer-parts.ts';
import { messages } from './history-messages.ts';
import { ordersSection, timelineList } from './history-parts.ts';
import './mado-customer-identities.ts';
import './mado-customer-merge.ts';

/**
 * One person, one history, at the side of a conversation: how they can be reached, what they ordered and what they did
 * over every channel. Fetched once it comes into view.
 * @fires mado-customer-changed
 */
export class MadoCustomerHistory extends DeskElement {
  static override properties: PropertyDeclarations = {
    ...DeskElement.properties,
    customerId: { attribute: false },
    openReference: { attribute: false },
    history: { state: true },
    orders: { state: true },
    problem: { state: true },
    announcement: { state: true },
  };

  declare customerId: string;
  /** The conversation that is open beside it. */
  declare openReference: string;
  /** `null` until it is there. */
  declare history: CustomerHistory | null;
  declare orders: CustomerOrders | null;
  declare problem: string;
  declare announcement: string;

  #loading = new AbortController();
  #isInView = false;
  #canRetry = false;
  #watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#watch.disconnect();
    this.#isInView = true;
    void this.#fetch();
  });

  constructor() {
    super();
    this.customerId = '';
    this.openReference = '';
    this.history = null;
    this.orders = null;
    this.problem = '';
    this.announcement = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#isInView = false;
    this.#loading.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('customerId')) return;
    // After a merge it may be the same customer by another id.
    if (this.history?.id === this.customerId) return;
    this.history = null;
    this.orders = null;
    if (this.#isInView) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const param = { id: this.customerId };
    if (!param.id) return;
    this.problem = '';
    try {
      const history = await (await this.api(signal).customers[':id'].history.$get({ param })).json();
      if (signal.aborted) return;
      this.history = history;
      await this.#fetchOrders(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#canRetry = !(error instanceof ApiProblem && error.problem.status === 404);
      this.problem = this.explain(error);
    }
  }

  /** A shop that is slow or away keeps nothing else back. */
  async #fetchOrders(signal: AbortSignal): Promise<void> {
    try {
      const param = { id: this.history?.id ?? '' };
      const orders = await (await this.api(signal).customers[':id'].orders.$get({ param })).json();
      if (!signal.aborted) this.orders = orders;
    } catch {
      if (!signal.aborted) this.orders = { state: 'unreachable', orders: [] };
    }
  }

  async #onMerged({ detail }: CustomEvent<{ history: CustomerHistory; done: string }>): Promise<void> {
    const { history, done } = detail;
    this.history = history;
    this.announcement = done;
    this.#loading.abort();
    this.#loading = new AbortController();
    void this.#fetchOrders(this.#loading.signal);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.history-name')?.focus();
    fire(this, 'mado-customer-changed', { id: history.id });
  }

  async #onBlocked(): Promise<void> {
    this.announcement = messages[this.language].blockDone;
    await this.#fetch();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.history-name')?.focus();
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const retry = this.#canRetry ? () => void this.#fetch() : null;
    const isLoading = !this.history && !this.problem;
    return html`<section class="history" aria-label=${says.label}>
      <p class="visually-hidden" role="status">${isLoading ? says.loading : this.announcement}</p>
      ${isLoading ? html`<p class="history-quiet" aria-hidden="true">${says.loading}</p>` : nothing}
      ${deskProblem(this.problem, this.language, retry)} ${this.history ? this.#shown(this.history) : nothing}
    </section>`;
  }

  #shown(history: CustomerHistory) {
    const says = messages[this.language];
    const { language, timeZone, openReference, account } = this;
    // The API refuses the others by itself.
    const mayChange = !account || account.role === 'owner' || account.role === 'agent';
    return html`<header>
        <h2 class="history-name" tabindex="-1">${history.name ?? says.unnamed}</h2>
        <p class="history-quiet">${says.since(dayText(history.createdAt, language, timeZone))}</p>
      </header>
      <section aria-labelledby="history-reach">
        <h3 id="history-reach">${says.reach}</h3>
        <mado-customer-identities
          .language=${language}
          .mayChange=${mayChange}
          .identities=${history.identities}
          @blocked=${() => this.#onBlocked()}
        ></mado-customer-identities>
      </section>
      <mado-customer-merge
        .language=${language}
        .timeZone=${timeZone}
        .mayChange=${mayChange}
        .history=${history}
        @merged=${(event: CustomEvent<{ history: CustomerHistory; done: string }>) => this.#onMerged(event)}
      ></mado-customer-merge>
      ${ordersSection(this.orders, language)}
      <section aria-labelledby="history-timeline">
        <h3 id="history-timeline">${says.timeline}</h3>
        ${timelineList(history, { language, timeZone, openReference })}
      </section>`;
  }
}

customElements.define('mado-customer-history', MadoCustomerHistory);

declare global {
  interface HTMLElementTagNameMap {
    'mado-customer-history': MadoCustomerHistory;
  }
}
