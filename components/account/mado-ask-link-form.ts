import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { AccountForm } from './account-form.ts';

/** Asks for a link by mail: to sign in, or to choose a new password. What it says is the same for every address. */
export class MadoAskLinkForm extends AccountForm {
  static override properties: PropertyDeclarations = { kind: { attribute: false } };

  declare kind: 'askLink' | 'askReset';

  constructor() {
    super();
    this.kind = 'askLink';
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, (text) => {
      const json = { email: text('email') };
      return this.kind === 'askLink'
        ? this.api()['sign-in-links'].$post({ json })
        : this.api()['password-resets'].$post({ json });
    });
    if (isSent) this.done = this.says[this.kind].sent;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult {
    const says = this.says[this.kind];
    return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2 tabindex="-1">${says.title}</h2>
      <p>${says.lead}</p>
      ${this.outcome()}
      ${this.field({ name: 'email', label: this.says.email, type: 'email', autocomplete: 'username' })}
      ${this.submitButton(says.submit)}
    </form>`;
  }
}

customElements.define('mado-ask-link-form', MadoAskLinkForm);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ask-link-form': MadoAskLinkForm;
  }
}
