import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { InvitationOffer } from '../../api/accounts/contract.ts';
import { fire } from '../events.ts';
import { AccountForm } from './account-form.ts';

/**
 * Makes an account with a one-time link: the first owner's, that of somebody invited, or a member's.
 * @fires mado-signed-in
 */
export class MadoNewAccountForm extends AccountForm {
  static override properties: PropertyDeclarations = {
    kind: { attribute: false },
    token: { attribute: false },
    offer: { state: true },
  };

  declare kind: 'setup' | 'invitation' | 'registration';
  declare token: string;
  /** What an invitation says; `null` until it is there. */
  declare offer: InvitationOffer | null;

  constructor() {
    super();
    this.kind = 'invitation';
    this.token = '';
    this.offer = null;
  }

  protected override firstUpdated(): void {
    if (this.kind !== 'invitation') return;
    void this.attempt(async () => {
      this.offer = await (await this.api().invitation.offer.$post({ json: { token: this.token } })).json();
    });
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, (text) => {
      const language: 'ja' | 'en' = text('language') === 'en' ? 'en' : 'ja';
      const about = { token: this.token, name: text('name'), language };
      const password = text('password');
      const json = { ...about, ...(password ? { password } : {}) };
      if (this.kind === 'setup') return this.api().setup.$post({ json: { ...about, email: text('email'), password } });
      return this.kind === 'invitation' ? this.api().invitation.$post({ json }) : this.api().members.$post({ json });
    });
    if (isSent) fire(this, 'mado-signed-in', {});
  }

  protected override render(): TemplateResult {
    const { name, nameHint, email, password, passwordHint, passwordOptional, roles, invitation } = this.says;
    const says = this.says[this.kind];
    const isSetup = this.kind === 'setup';
    return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${says.title}</h2>
      <p>${says.lead}</p>
      ${
        this.offer
          ? html`<dl class="account-facts">
              <div>
                <dt>${email}</dt>
                <dd>${this.offer.email}</dd>
              </div>
              <div>
                <dt>${invitation.role}</dt>
                <dd>${roles[this.offer.role]}</dd>
              </div>
            </dl>`
          : nothing
      }
      ${this.outcome()}
      ${this.field({
        name: 'name',
        label: name,
        autocomplete: this.kind === 'registration' ? 'nickname' : 'name',
        ...(this.kind === 'registration' ? {} : { hint: nameHint }),
      })}
      ${isSetup ? this.field({ name: 'email', label: email, type: 'email', autocomplete: 'username' }) : nothing}
      ${this.field({
        name: 'password',
        label: password,
        type: 'password',
        autocomplete: 'new-password',
        hint: isSetup ? passwordHint : passwordOptional,
        isOptional: !isSetup,
      })}
      ${this.languageField(this.language, this.kind === 'registration' ? this.says.memberLanguage : undefined)}
      ${this.submitButton(says.submit)}
    </form>`;
  }
}

customElements.define('mado-new-account-form', MadoNewAccountForm);

declare global {
  interface HTMLElementTagNameMap {
    'mado-new-account-form': MadoNewAccountForm;
  }
}
