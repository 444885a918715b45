import { html, type TemplateResult } from 'lit';
import { again, OwnForm } from './own-form.ts';

/** Another e-mail address, which the person confirms there. */
export class MadoOwnAddress extends OwnForm {
  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, (text) =>
      this.api().account.address.$post({ json: { email: text('email'), ...again(text) } }),
    );
    if (isSent) this.done = this.ownSays.address.asked;
  }

  protected override render(): TemplateResult {
    const { newEmail } = this.says;
    const says = this.ownSays.address;
    return html`<form class="account-part form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${says.title}</h2>
      <dl class="account-facts">
        <div>
          <dt>${says.now}</dt>
          <dd>${this.account.email}</dd>
        </div>
      </dl>
      ${this.outcome()}
      ${this.field({ name: 'email', label: newEmail, type: 'email', autocomplete: 'email', hint: says.lead })}
      ${this.currentPassword(this.account.hasPassword)} ${this.submitButton(says.submit)}
    </form>`;
  }
}

customElements.define('mado-own-address', MadoOwnAddress);

declare global {
  interface HTMLElementTagNameMap {
    'mado-own-address': MadoOwnAddress;
  }
}
