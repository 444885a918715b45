import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { fire } from '../../events.ts';
import '../../account/mado-totp-set-up.ts';
import { again, OwnForm } from './own-form.ts';
import { recoveryCodeList } from '../../account/recovery-code-list.ts';

/**
 * One's second step: set up, turned off, and its recovery codes renewed.
 * @fires mado-account-changed
 */
export class MadoOwnTotp extends OwnForm {
  static override properties: PropertyDeclarations = { codes: { state: true }, isCopied: { state: true } };

  declare codes: readonly string[] | null;
  declare isCopied: boolean;

  constructor() {
    super();
    this.codes = null;
    this.isCopied = false;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const isRemoval = (event.submitter as HTMLButtonElement | null)?.value === 'remove';
    const isSent = await this.send(event, async (text) => {
      const { totp, ['recovery-codes']: recoveryCodes } = this.api().account;
      if (isRemoval) return totp.removal.$post({ json: again(text) });
      this.codes = (await (await recoveryCodes.$post({ json: again(text) })).json()).recoveryCodes;
      return this.codes;
    });
    if (!isSent) return;
    if (isRemoval) {
      this.done = this.ownSays.totp.removed;
      fire(this, 'mado-account-changed', {});
      return;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('#recovery-codes')?.focus();
  }

  async #copy(): Promise<void> {
    await navigator.clipboard?.writeText((this.codes ?? []).join('\n'));
    this.isCopied = true;
  }

  #kept(): void {
    this.codes = null;
    this.isCopied = false;
    fire(this, 'mado-account-changed', {});
  }

  protected override render(): TemplateResult {
    const says = this.ownSays.totp;
    const { totp, hasPassword } = this.account;
    if (this.codes) {
      return recoveryCodeList(this.codes, this.language, {
        copied: this.isCopied,
        onCopy: () => void this.#copy().catch(() => undefined),
        onKept: () => this.#kept(),
      });
    }
    if (!totp.isOn) {
      return html`<section class="account-part">
        <h2>${says.title}</h2>
        <p class="account-done" role="status">${this.done}</p>
        <mado-totp-set-up .language=${this.language} .hasPassword=${hasPassword}></mado-totp-set-up>
      </section>`;
    }
    return html`<form class="account-part form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${says.title}</h2>
      <p>${says.on} ${says.left(totp.recoveryCodesLeft)} ${totp.isRequired ? says.required : nothing}</p>
      ${this.outcome()} ${this.currentPassword(hasPassword)}
      <p class="account-actions">
        <button class="button" type="submit" value="renew" aria-disabled=${this.isSending}>${says.renew.title}</button>
        ${
          totp.isRequired
            ? nothing
            : html`<button class="button" type="submit" value="remove" aria-disabled=${this.isSending}>
                ${says.remove.submit}
              </button>`
        }
      </p>
      <p class="field-hint">${says.renew.lead} ${totp.isRequired ? nothing : says.remove.lead}</p>
    </form>`;
  }
}

customElements.define('mado-own-totp', MadoOwnTotp);

declare global {
  interface HTMLElementTagNameMap {
    'mado-own-totp': MadoOwnTotp;
  }
}
