import { html, type TemplateResult } from 'lit';
import { fire } from '../events.ts';
import { AccountForm } from './account-form.ts';

/**
 * Signs in by password.
 * @fires mado-signed-in
 */
export class MadoPasswordForm extends AccountForm {
  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, (text) =>
      this.api().session.$post({ json: { email: text('email'), password: text('password') } }),
    );
    if (isSent) fire(this, 'mado-signed-in', {});
  }

  protected override render(): TemplateResult {
    const { signIn, email, password } = this.says;
    return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${signIn.title}</h2>
      ${this.outcome()} ${this.field({ name: 'email', label: email, type: 'email', autocomplete: 'username' })}
      ${this.field({ name: 'password', label: password, type: 'password', autocomplete: 'current-password' })}
      ${this.submitButton(signIn.submit)}
    </form>`;
  }
}

customElements.define('mado-password-form', MadoPasswordForm);

declare global {
  interface HTMLElementTagNameMap {
    'mado-password-form': MadoPasswordForm;
  }
}
