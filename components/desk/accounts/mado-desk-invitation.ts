import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Invitation } from '../../../api/accounts/contract.ts';
import { fire } from '../../events.ts';
import { timeText } from '../time-text.ts';
import { AccountForm } from '../../account/account-form.ts';
import './mado-confirm.ts';
import { peopleMessages } from './people-messages.ts';

/**
 * An invitation that nobody has taken up: sent again, or withdrawn.
 * @fires mado-person-changed
 */
export class MadoDeskInvitation extends AccountForm {
  static override properties: PropertyDeclarations = { invitation: { attribute: false } };

  declare invitation: Invitation | null;

  constructor() {
    super();
    this.invitation = null;
  }

  async #change(id: string, call: (id: string) => Promise<unknown>, done: string): Promise<void> {
    if (!(await this.attempt(() => call(id)))) return;
    fire(this, 'mado-person-changed', { id });
    this.done = done;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.account-done')?.focus();
  }

  protected override render(): TemplateResult {
    const { roles } = this.says;
    const people = peopleMessages[this.language];
    const { invitation } = this;
    if (!invitation) return html`<div class="ticket">${this.outcome()}</div>`;
    const { id, email, role, expiresAt } = invitation;
    const { invitations } = this.api();
    const resend = () => this.#change(id, (of) => invitations[':id'].mail.$post({ param: { id: of } }), people.resent);
    const withdraw = () =>
      this.#change(id, (of) => invitations[':id'].$delete({ param: { id: of } }), people.withdrawn);
    return html`<article class="ticket">
      <h2 class="ticket-title" tabindex="-1">${email}</h2>
      <dl class="ticket-facts">
        <div>
          <dt>${people.role}</dt>
          <dd>${roles[role]}</dd>
        </div>
        <div>
          <dt>${people.validUntil}</dt>
          <dd>${timeText(expiresAt, this.language, this.timeZone)}</dd>
        </div>
      </dl>
      ${this.outcome()}
      <div class="account-actions">
        <button class="button" type="button" @click=${resend}>${people.resend}</button>
        <mado-confirm
          .language=${this.language}
          .text=${people.withdraw}
          .question=${people.withdrawAsk}
          @confirm=${withdraw}
        ></mado-confirm>
      </div>
    </article>`;
  }
}

customElements.define('mado-desk-invitation', MadoDeskInvitation);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-invitation': MadoDeskInvitation;
  }
}
