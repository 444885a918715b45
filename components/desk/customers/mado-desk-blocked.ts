import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BlockedSender } from '../../../api/customers/contract.ts';
import { AccountForm } from '../../account/account-form.ts';
import '../accounts/mado-confirm.ts';
import { blockedMessages } from './blocked-messages.ts';
import { dayText } from './customer-parts.ts';

/** Whose messages do not come in: who they are and why, one more, or one fewer. */
export class MadoDeskBlocked extends AccountForm {
  static override properties: PropertyDeclarations = { senders: { state: true } };

  /** `null` until they are there. */
  declare senders: readonly BlockedSender[] | null;

  constructor() {
    super();
    this.senders = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#load());
  }

  async #load(): Promise<void> {
    this.senders = (await (await this.api()['blocked-senders'].$get()).json()).senders;
  }

  async #block(event: SubmitEvent): Promise<void> {
    const form = event.currentTarget as HTMLFormElement;
    const isDone = await this.send(event, async (text) => {
      const value = text('value').trim();
      const kind = value.includes('@') ? ('email' as const) : ('phone' as const);
      await this.api()['blocked-senders'].$post({ json: { kind, value, reason: text('reason') } });
      await this.#load();
    });
    if (!isDone) return;
    form.reset();
    this.done = blockedMessages[this.language].done;
    form.querySelector('input')?.focus();
  }

  async #unblock(id: string): Promise<void> {
    const isDone = await this.attempt(async () => {
      await this.api()['blocked-senders'][':id'].$delete({ param: { id } });
      await this.#load();
    });
    if (!isDone) return;
    this.done = blockedMessages[this.language].unblocked;
    await this.updateComplete;
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult {
    const says = blockedMessages[this.language];
    return html`<div class="account-page">
      ${this.outcome()}
      <section class="account-part">
        <h2 tabindex="-1">${says.title}</h2>
        <p>${says.lead}</p>
        <form class="form blocked-form" novalidate @submit=${(event: SubmitEvent) => this.#block(event)}>
          ${this.field({ name: 'value', label: says.who, hint: says.whoHint, autocomplete: 'off' })}
          ${this.field({ name: 'reason', label: says.reason, autocomplete: 'off' })} ${this.submitButton(says.block)}
        </form>
      </section>
      <section class="account-part" aria-label=${says.title}>
        ${this.senders?.length === 0 ? html`<p class="field-hint">${says.none}</p>` : ''}
        <ul class="blocked-list">
          ${repeat(
            this.senders ?? [],
            ({ id }) => id,
            (sender) => this.#sender(sender),
          )}
        </ul>
      </section>
    </div>`;
  }

  #sender({ id, kind, value, reason, by, createdAt }: BlockedSender) {
    const says = blockedMessages[this.language];
    return html`<li>
      <div>
        <p>
          <strong class="history-value">${value}</strong>
          <span class="state">${says.kinds[value.startsWith('@') ? 'domain' : kind]}</span>
        </p>
        <p>${reason}</p>
        <p class="history-quiet">${says.by(dayText(createdAt, this.language, this.timeZone), by)}</p>
      </div>
      <mado-confirm
        .language=${this.language}
        .text=${says.unblock}
        .question=${says.unblockAsk(value)}
        @confirm=${() => this.#unblock(id)}
      ></mado-confirm>
    </li>`;
  }
}

customElements.define('mado-desk-blocked', MadoDeskBlocked);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-blocked': MadoDeskBlocked;
  }
}
