import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { CustomerHistory } from '../../../api/customers/contract.ts';
import { DeskElement } from '../desk-element.ts';
import { deskProblem } from '../desk-problem.ts';
import { dayText } from './customer-parts.ts';
import { messages } from './history-messages.ts';

/**
 * Who may be the same person as a customer, and making two of them one: both sides are shown before; and two again.
 * @fires merged - a plain event that does not bubble, whose `detail` is the history as it is now
 */
export class MadoCustomerMerge extends DeskElement {
  static override properties: PropertyDeclarations = {
    ...DeskElement.properties,
    history: { attribute: false },
    mayChange: { attribute: false },
    other: { state: true },
    problem: { state: true },
    isSending: { state: true },
  };

  declare history: CustomerHistory;
  /** Whether whoever is signed in may merge. */
  declare mayChange: boolean;
  /** Whom it is compared with. */
  declare other: CustomerHistory | null;
  declare problem: string;
  declare isSending: boolean;
  /** Where the focus was before it went to the comparison. */
  #cameFrom: HTMLElement | null = null;

  constructor() {
    super();
    this.mayChange = true;
    this.other = null;
    this.problem = '';
    this.isSending = false;
  }

  /** Does one thing at a time, and says what went wrong. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.problem = '';
    try {
      await work();
    } catch (error) {
      const [wrong] = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
      this.problem = wrong?.detail ?? this.explain(error);
    } finally {
      this.isSending = false;
    }
  }

  #compare(id: string): Promise<void> {
    const from = document.activeElement;
    return this.#attempt(async () => {
      const other = await (await this.api().customers[':id'].history.$get({ param: { id } })).json();
      if (other.id === this.history.id) {
        this.problem = messages[this.language].same;
        return;
      }
      this.#cameFrom = from instanceof HTMLElement ? from : null;
      this.other = other;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.history-sides h4')?.focus();
    });
  }

  #find(event: SubmitEvent): void {
    event.preventDefault();
    const email = this.querySelector<HTMLInputElement>('#history-other')?.value.trim() ?? '';
    if (!email) return;
    void this.#attempt(async () => {
      try {
        const { id } = await (await this.api().customers.find.$post({ json: { email } })).json();
        this.isSending = false;
        await this.#compare(id);
      } catch (error) {
        if (!(error instanceof ApiProblem && error.slug === 'not-found')) throw error;
        this.problem = messages[this.language].findNone;
      }
    });
  }

  #merge({ id: other }: CustomerHistory): Promise<void> {
    return this.#attempt(async () => {
      const { id } = this.history;
      const answer = await this.api().customers[':id'].merge.$post({ param: { id }, json: { other } });
      this.#tell(await answer.json(), messages[this.language].merged);
    });
  }

  #undo(merge: string): Promise<void> {
    return this.#attempt(async () => {
      const { id } = this.history;
      const answer = await this.api().customers[':id'].merges[':merge'].$delete({ param: { id, merge } });
      this.#tell(await answer.json(), messages[this.language].undone);
    });
  }

  #tell(history: CustomerHistory, done: string): void {
    this.other = null;
    this.dispatchEvent(new CustomEvent('merged', { detail: { history, done } }));
  }

  async #cancel(): Promise<void> {
    this.other = null;
    await this.updateComplete;
    this.#cameFrom?.focus();
  }

  protected override render(): TemplateResult {
    if (!this.mayChange) return html``;
    return html`${deskProblem(this.problem, this.language, null)} ${this.other ? this.#sides(this.other) : nothing}
    ${this.#likely()} ${this.#merges()} ${this.#search()}`;
  }

  #likely() {
    const says = messages[this.language];
    if (this.history.likely.length === 0) return nothing;
    return html`<section class="history-likely" aria-labelledby="history-likely">
      <h3 id="history-likely">${says.likely}</h3>
      <ul>
        ${this.history.likely.map(
          ({ id, name, value, why }) =>
            html`<li>
              <p>${name ?? says.unnamed} <span class="history-value history-quiet">${value}</span></p>
              <p class="history-quiet">${says.why[why]}</p>
              <p>
                <button
                  class="button"
                  type="button"
                  aria-label=${says.compare(name ?? value)}
                  aria-disabled=${this.isSending}
                  @click=${() => this.#compare(id)}
                >
                  ${says.compareShort}
                </button>
              </p>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #sides(other: CustomerHistory) {
    const says = messages[this.language];
    return html`<section
      class="history-sides"
      aria-labelledby="history-sides"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') void this.#cancel();
      }}
    >
      <h4 id="history-sides" tabindex="-1">${says.mergeTitle}</h4>
      <p>${says.mergeLead}</p>
      <div>${this.#side(says.stays, this.history)} ${this.#side(says.goes, other)}</div>
      <p class="history-acts">
        <button
          class="button"
          data-primary
          type="button"
          aria-disabled=${this.isSending}
          @click=${() => this.#merge(other)}
        >
          ${says.merge}
        </button>
        <button class="button" type="button" @click=${() => this.#cancel()}>${says.cancel}</button>
      </p>
    </section>`;
  }

  #side(label: string, { name, identities, timeline }: CustomerHistory) {
    const says = messages[this.language];
    const tickets = timeline.filter((entry) => entry.kind === 'conversation').slice(0, 3);
    return html`<dl>
      <dt>${label}</dt>
      <dd><strong>${name ?? says.unnamed}</strong></dd>
      ${identities.map(({ value }) => html`<dd class="history-value">${value}</dd>`)}
      <dt>${says.lastTickets}</dt>
      ${
        tickets.length === 0
          ? html`<dd>${says.noTickets}</dd>`
          : tickets.map(
              ({ subject, reference }) => html`<dd>${subject} <span class="reference">${reference}</span></dd>`,
            )
      }
    </dl>`;
  }

  #merges() {
    const says = messages[this.language];
    if (this.history.merges.length === 0) return nothing;
    return html`<section aria-labelledby="history-merges">
      <h3 id="history-merges">${says.merges}</h3>
      <ul class="history-merges">
        ${this.history.merges.map(
          ({ id, name, at, by }) =>
            html`<li>
              ${says.mergedBy(name || says.unnamed, dayText(at, this.language, this.timeZone), by)}
              <button
                class="desk-link"
                type="button"
                aria-label="${says.undo}: ${name || says.unnamed}"
                aria-disabled=${this.isSending}
                @click=${() => this.#undo(id)}
              >
                ${says.undo}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #search() {
    const says = messages[this.language];
    return html`<details class="history-find">
      <summary>${says.find}</summary>
      <form class="form" novalidate @submit=${(event: SubmitEvent) => this.#find(event)}>
        <div class="field">
          <label for="history-other">${says.findAddress}</label>
          <input id="history-other" type="email" maxlength="254" autocomplete="off" />
        </div>
        <p><button class="button" type="submit" aria-disabled=${this.isSending}>${says.findButton}</button></p>
      </form>
    </details>`;
  }
}

customElements.define('mado-customer-merge', MadoCustomerMerge);

declare global {
  interface HTMLElementTagNameMap {
    'mado-customer-merge': MadoCustomerMerge;
  }
}
