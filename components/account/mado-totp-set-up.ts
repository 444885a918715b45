import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { TotpSetUp } from '../../api/accounts/contract.ts';
import { fire } from '../events.ts';
import { AccountForm } from './account-form.ts';
import { recoveryCodeList } from './recovery-code-list.ts';

/**
 * Sets two-step sign-in up: the picture for the app, a first code, then the recovery codes.
 * @fires mado-signed-in
 * @fires mado-account-changed
 */
export class MadoTotpSetUp extends AccountForm {
  static override properties: PropertyDeclarations = {
    isRequired: { attribute: false },
    hasPassword: { attribute: false },
    begun: { state: true },
    codes: { state: true },
    isCopied: { state: true },
  };

  /** Whether it stands between signing in and being in. */
  declare isRequired: boolean;
  declare hasPassword: boolean;
  declare begun: TotpSetUp | null;
  declare codes: readonly string[] | null;
  declare isCopied: boolean;

  constructor() {
    super();
    this.isRequired = false;
    this.hasPassword = false;
    this.begun = null;
    this.codes = null;
    this.isCopied = false;
  }

  async #begin(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, async (text) => {
      const currentPassword = text('currentPassword');
      const answer = await this.api().account.totp.$post({ json: currentPassword ? { currentPassword } : {} });
      this.begun = await answer.json();
    });
    await this.updateComplete;
    if (isSent) this.querySelector<HTMLElement>('input')?.focus();
  }

  async #confirm(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, async (text) => {
      const answer = await this.api().account.totp.$put({ json: { code: text('code') } });
      this.codes = (await answer.json()).recoveryCodes;
    });
    await this.updateComplete;
    if (isSent) this.querySelector<HTMLElement>('#recovery-codes')?.focus();
  }

  #end(): void {
    if (this.isRequired) fire(this, 'mado-signed-in', {});
    else fire(this, 'mado-account-changed', {});
  }

  async #copy(): Promise<void> {
    await navigator.clipboard?.writeText((this.codes ?? []).join('\n'));
    this.isCopied = true;
  }

  protected override render(): TemplateResult {
    const says = this.says.totpSetUp;
    if (this.codes) {
      return recoveryCodeList(this.codes, this.language, {
        copied: this.isCopied,
        onCopy: () => void this.#copy().catch(() => undefined),
        onKept: () => this.#end(),
      });
    }
    const title = this.isRequired ? html`<h2>${says.title}</h2>` : nothing;
    if (!this.begun) {
      return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#begin(event)}>
        ${title}
        <p>${this.isRequired ? says.required : says.off}</p>
        ${this.outcome()} ${this.currentPassword(this.hasPassword)} ${this.submitButton(says.begin)}
      </form>`;
    }
    return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#confirm(event)}>
      ${title}
      <p>${says.lead}</p>
      <img
        class="account-qr"
        alt=${says.qr}
        width="200"
        height="200"
        src="data:image/svg+xml,${encodeURIComponent(this.begun.qrSvg)}"
      />
      <p>${says.byHand} <code class="account-key">${(this.begun.secret.match(/.{1,4}/g) ?? []).join(' ')}</code></p>
      ${this.outcome()} ${this.field({ name: 'code', label: says.label, autocomplete: 'one-time-code', isCode: true })}
      ${this.submitButton(says.submit)}
    </form>`;
  }
}

customElements.define('mado-totp-set-up', MadoTotpSetUp);

declare global {
  interface HTMLElementTagNameMap {
    'mado-totp-set-up': MadoTotpSetUp;
  }
}
