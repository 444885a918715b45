import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem, apiClient } from '../../api/client.ts';
import type { TicketState, TicketSummary, TicketView } from '../../api/tickets/contract.ts';
import { LightElement } from '../base/light-element.ts';
import { fire } from '../events.ts';
import './mado-desk-ticket.ts';
import { messages } from './messages.ts';
import { timeText } from './time-text.ts';

const views: TicketView[] = ['to-answer', 'waiting', 'done', 'all'];

/** States in which a reply can be overdue. */
const isUnanswered: ReadonlySet<TicketState> = new Set(['new', 'open', 'on-hold']);

/** What the address asks for: `#/to-answer`, or `#/to-answer/M-2K7F` with a ticket open. */
interface Place {
  view: TicketView;
  reference: string | null;
}

/**
 * The desk's lists and the ticket beside them; on a phone one or the other.
 * @fires mado-signed-out
 */
export class MadoDeskTickets extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    timeZone: { attribute: false },
    place: { state: true },
    tickets: { state: true },
    next: { state: true },
    problem: { state: true },
  };

  declare language: 'ja' | 'en';
  declare timeZone: string;
  declare place: Place;
  /** `null` while the list is on its way. */
  declare tickets: TicketSummary[] | null;
  declare next: string | null;
  declare problem: string;

  #onHashChange = () => this.#go();

  constructor() {
    super();
    this.language = 'ja';
    this.timeZone = 'UTC';
    this.place = placeOf(location.hash);
    this.tickets = null;
    this.next = null;
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHashChange);
    this.addEventListener('mado-ticket-changed', () => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  #go(): void {
    const before = this.place;
    this.place = placeOf(location.hash);
    if (this.place.view !== before.view) this.tickets = null;
    if (this.place.view !== before.view || !this.place.reference) void this.#load();
  }

  async #load(after?: string): Promise<void> {
    const { view } = this.place;
    try {
      this.problem = '';
      const answer = await apiClient(this.language).api.tickets.$get({
        query: { view, ...(after ? { after } : {}) },
      });
      const page = await answer.json();
      if (view !== this.place.view) return;
      this.tickets = after ? [...(this.tickets ?? []), ...page.tickets] : page.tickets;
      this.next = page.next;
    } catch (error) {
      if (error instanceof ApiProblem && error.slug === 'not-signed-in') fire(this, 'mado-signed-out', {});
      this.problem = error instanceof ApiProblem ? error.problem.title : messages[this.language].unreachable;
    }
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const { view, reference } = this.place;
    return html`<div class="desk-columns" ?data-ticket-open=${reference !== null}>
      <section class="desk-list" aria-label=${says.views[view]}>
        <nav aria-label=${says.viewsLabel}>
          <ul class="desk-views">
            ${views.map(
              (known) =>
                html`<li>
                  <a href="#/${known}" aria-current=${known === view ? 'page' : 'false'}>${says.views[known]}</a>
                </li>`,
            )}
          </ul>
        </nav>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing} ${this.#list()}
      </section>
      <section class="desk-open">
        ${
          reference
            ? html`<p class="desk-back"><a href="#/${view}">${says.back}</a></p>
                <mado-desk-ticket
                  .language=${this.language}
                  .timeZone=${this.timeZone}
                  .reference=${reference}
                ></mado-desk-ticket>`
            : html`<p class="desk-choose">${says.choose}</p>`
        }
      </section>
    </div>`;
  }

  #list() {
    const says = messages[this.language];
    if (!this.tickets) return html`<p class="desk-empty" role="status">${says.loading}</p>`;
    if (this.tickets.length === 0) return html`<p class="desk-empty">${says.empty[this.place.view]}</p>`;
    return html`<ul class="desk-tickets">
        ${this.tickets.map((ticket) => this.#line(ticket))}
      </ul>
      ${
        this.next
          ? html`<p>
              <button class="button" type="button" @click=${() => this.#load(this.next ?? undefined)}>
                ${says.more}
              </button>
            </p>`
          : nothing
      }`;
  }

  #line({ reference, subject, customer, state, language, lastMessageAt, promisedBy }: TicketSummary) {
    const says = messages[this.language];
    const isLate = isUnanswered.has(state) && promisedBy !== null && promisedBy < Date.now();
    return html`<li>
      <a href="#/${this.place.view}/${reference}" aria-current=${this.place.reference === reference ? 'true' : 'false'}>
        <span class="desk-line-head">
          <span class="desk-customer">${customer}</span>
          <span class="desk-time">${timeText(lastMessageAt, this.language, this.timeZone)}</span>
        </span>
        <span class="desk-subject" lang=${language}>${subject}</span>
        <span class="desk-line-foot">
          <span class="state" data-state=${state}>${says.states[state]}</span>
          ${isLate ? html`<span class="state" data-state="late">${says.late}</span>` : nothing}
          <span class="reference">${reference}</span>
        </span>
      </a>
    </li>`;
  }
}

function placeOf(hash: string): Place {
  const [, view = '', reference = ''] = hash.split('/');
  return {
    view: views.find((known) => known === view) ?? 'to-answer',
    reference: /^M-[0-9A-Z]{4,10}$/.test(reference) ? reference : null,
  };
}

customElements.define('mado-desk-tickets', MadoDeskTickets);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-tickets': MadoDeskTickets;
  }
}
