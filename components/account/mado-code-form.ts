import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { fire } from '../events.ts';
import { AccountForm } from './account-form.ts';

/**
 * The second step of signing in: a code from the app, or a recovery code.
 * @fires mado-signed-in
 */
export class MadoCodeForm extends AccountForm {
  static override properties: PropertyDeclarations = { isRecovering: { state: true } };

  declare isRecovering: boolean;

  constructor() {
    super();
    this.isRecovering = false;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const isSent = await this.send(event, (text) => {
      const json = this.isRecovering ? { recoveryCode: text('code') } : { code: text('code') };
      return this.api().session.code.$post({ json });
    });
    if (isSent) fire(this, 'mado-signed-in', {});
  }

  async #switch(): Promise<void> {
    this.isRecovering = !this.isRecovering;
    this.problem = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>('input')?.focus();
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { code, recovery } = this.says;
    const says = this.isRecovering ? recovery : code;
    return html`<form class="form desk-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <h2>${says.title}</h2>
      <p>${says.lead}</p>
      ${this.outcome()}
      ${this.field({
        name: 'code',
        label: says.label,
        autocomplete: this.isRecovering ? 'off' : 'one-time-code',
        isCode: !this.isRecovering,
      })}
      ${this.submitButton(says.submit)}
      <p>
        <button class="desk-link" type="button" @click=${() => this.#switch()}>
          ${this.isRecovering ? recovery.back : code.lost}
        </button>
      </p>
    </form>`;
  }
}

customElements.define('mado-code-form', MadoCodeForm);

declare global {
  interface HTMLElementTagNameMap {
    'mado-code-form': MadoCodeForm;
  }
}
