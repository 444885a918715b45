import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { fire } from '../events.ts';
import { AccountForm } from './account-form.ts';

const texts = { 'sign-in': 'signInLink', 'password-reset': 'passwordReset', address: 'address' } as const;

/**
 * What a link from a mail leads to. It does nothing until somebody presses the button: what scans mails opens links.
 * @fires mado-signed-in
 */
export class MadoOpenedLink extends AccountForm {
  static override properties: PropertyDeclarations = { kind: { attribute: false }, token: { attribute: false } };

  declare kind: keyof typeof texts;
  declare token: string;

  constructor() {
    super();
    this.kind = 'sign-in';
    this.token = '';
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const { token, kind } = this;
    const isSent = await this.send(event, (text) => {
      if (kind === 'sign-in') return this.api().session.link.$post({ json: { token } });
      if (kind === 'address') return this.api().address.$put({ json: { token } });
      return this.api().password.$put({ json: { token, password: text('password') } });
    });
    if (!isSent) return;
    if (kind === 'sign-in') fire(this, 'mado-signed-in', {});
    else this.done = this.says[texts[kind]].done;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>(this.kind === 'password-reset' ? 'input' : 'button')?.focus();
  }

  protected override render(): TemplateResult {
    const says = this.says[texts[this.kind]];
    if (this.done) {
      return html`<div class="form desk-form">
        <h2>${says.title}</h2>
        <p role="status">${this.done}</p>
      </div>`;
    }
    return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${says.title}</h2>
      <p>${says.lead}</p>
      ${this.outcome()}
      ${
        this.kind === 'password-reset'
          ? this.field({
              name: 'password',
              label: this.says.newPassword,
              type: 'password',
              autocomplete: 'new-password',
              hint: this.says.passwordHint,
            })
          : nothing
      }
      ${this.submitButton(says.submit)}
    </form>`;
  }
}

customElements.define('mado-opened-link', MadoOpenedLink);

declare global {
  interface HTMLElementTagNameMap {
    'mado-opened-link': MadoOpenedLink;
  }
}
