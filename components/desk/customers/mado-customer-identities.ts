import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { Identity } from '../../../api/customers/contract.ts';
import { DeskElement } from '../desk-element.ts';
import { hrefOf } from '../desk-place.ts';
import { messages } from './history-messages.ts';

/**
 * How a customer can be reached: what they have proven, what not, and who is blocked; with a way to block.
 * @fires blocked - once somebody was blocked; a plain event that does not bubble
 */
export class MadoCustomerIdentities extends DeskElement {
  static override properties: PropertyDeclarations = {
    ...DeskElement.properties,
    identities: { attribute: false },
    mayChange: { attribute: false },
    blocking: { state: true },
    problem: { state: true },
    isSending: { state: true },
  };

  declare identities: readonly Identity[];
  /** Whether whoever is signed in may block. */
  declare mayChange: boolean;
  /** The id of whom somebody is about to block. */
  declare blocking: string;
  declare problem: string;
  declare isSending: boolean;

  constructor() {
    super();
    this.identities = [];
    this.mayChange = true;
    this.blocking = '';
    this.problem = '';
    this.isSending = false;
  }

  async #choose(id: string): Promise<void> {
    const left = this.blocking;
    this.blocking = id;
    this.problem = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>(id ? '#history-reason' : `[data-identity="${CSS.escape(left)}"]`)?.focus();
  }

  async #block(event: SubmitEvent, { kind, value }: Identity): Promise<void> {
    event.preventDefault();
    const reason = this.querySelector<HTMLInputElement>('#history-reason')?.value.trim() ?? '';
    if (!reason) return this.querySelector<HTMLElement>('#history-reason')?.focus();
    if (this.isSending) return;
    this.isSending = true;
    this.problem = '';
    try {
      await this.api()['blocked-senders'].$post({ json: { kind, value, reason } });
      this.blocking = '';
      this.dispatchEvent(new Event('blocked'));
    } catch (error) {
      const [wrong] = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
      this.problem = wrong?.detail ?? this.explain(error);
    } finally {
      this.isSending = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<ul class="history-identities">
      ${this.identities.map((identity) => this.#identity(identity))}
    </ul>`;
  }

  #identity(identity: Identity) {
    const { id, kind, value, isVerified, isBlocked } = identity;
    const says = messages[this.language];
    return html`<li>
      <p class="history-value">
        <span class="history-quiet">${says.kinds[kind]}</span>
        <span>${value}</span>
      </p>
      <p class="history-marks">
        <span class="state" data-state=${isVerified ? 'solved' : 'waiting'}
          >${isVerified ? says.verified : says.unverified}</span
        >
        ${
          isBlocked
            ? html`<a class="state" data-state="late" href=${hrefOf('blocked-senders', { view: 'all' })}
                >${says.blocked}</a
              >`
            : this.mayChange
              ? html`<button
                  class="desk-link"
                  type="button"
                  data-identity=${id}
                  aria-label=${says.blockWhom(value)}
                  aria-expanded=${this.blocking === id}
                  @click=${() => this.#choose(this.blocking === id ? '' : id)}
                >
                  ${says.block}
                </button>`
              : nothing
        }
      </p>
      ${this.blocking === id ? this.#form(identity) : nothing}
    </li>`;
  }

  #form(identity: Identity) {
    const says = messages[this.language];
    return html`<form
      class="form history-form"
      novalidate
      aria-label=${says.blockWhom(identity.value)}
      @submit=${(event: SubmitEvent) => this.#block(event, identity)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.isComposing) void this.#choose('');
      }}
    >
      <div class="field">
        <label for="history-reason">${says.reason}</label>
        <p class="field-hint" id="history-reason-hint">${says.reasonHint}</p>
        <input id="history-reason" required maxlength="300" autocomplete="off" aria-describedby="history-reason-hint" />
        <p class="field-error" role="alert">${this.problem || nothing}</p>
      </div>
      <p class="history-acts">
        <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${says.blockNow}</button>
        <button class="button" type="button" @click=${() => this.#choose('')}>${says.cancel}</button>
      </p>
    </form>`;
  }
}

customElements.define('mado-customer-identities', MadoCustomerIdentities);

declare global {
  interface HTMLElementTagNameMap {
    'mado-customer-identities': MadoCustomerIdentities;
  }
}
