import { html, type TemplateResult } from 'lit';
import { fire } from '../../events.ts';
import { again, OwnForm } from './own-form.ts';

/**
 * Another password; all other devices are signed out.
 * @fires mado-account-changed
 */
export class MadoOwnPassword extends OwnForm {
  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, (text) =>
      this.api().account.password.$put({ json: { password: text('password'), ...again(text) } }),
    );
    if (!isSent) return;
    this.done = this.ownSays.password.done;
    fire(this, 'mado-account-changed', {});
  }

  protected override render(): TemplateResult {
    const { newPassword, passwordHint } = this.says;
    const says = this.ownSays.password;
    return html`<form class="account-part form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${says.title}</h2>
      <p>${this.account.hasPassword ? says.lead : says.none}</p>
      ${this.outcome()}
      <input type="hidden" name="username" autocomplete="username" value=${this.account.email} />
      ${this.currentPassword(this.account.hasPassword)}
      ${this.field({
        name: 'password',
        label: newPassword,
        type: 'password',
        autocomplete: 'new-password',
        hint: passwordHint,
      })}
      ${this.submitButton(says.submit)}
    </form>`;
  }
}

customElements.define('mado-own-password', MadoOwnPassword);

declare global {
  interface HTMLElementTagNameMap {
    'mado-own-password': MadoOwnPassword;
  }
}
