import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import '../account/mado-ask-link-form.ts';
import '../account/mado-code-form.ts';
import '../account/mado-new-account-form.ts';
import '../account/mado-opened-link.ts';
import '../account/mado-password-form.ts';
import '../account/mado-totp-set-up.ts';
import { messages } from '../account/messages.ts';
import type { TakenLink } from '../account/taken-link.ts';
import { fire } from '../events.ts';
import { DeskElement } from './desk-element.ts';

/**
 * The way in: by password or by a link, then a second step where there is one; or whatever a one-time link leads to.
 * @fires mado-signed-in
 */
export class MadoDeskSignIn extends DeskElement {
  static override properties: PropertyDeclarations = {
    next: { attribute: false },
    link: { attribute: false },
    asking: { state: true },
  };

  /** What is still to be done by somebody who is halfway in. */
  declare next: 'code' | 'totp-set-up' | null;
  declare link: TakenLink | null;
  /** The link that somebody wants by mail. */
  declare asking: 'askLink' | 'askReset' | null;

  constructor() {
    super();
    this.next = null;
    this.link = null;
    this.asking = null;
  }

  protected override render(): TemplateResult {
    const { language, link } = this;
    if (link) {
      const { kind, token } = link;
      const opened =
        kind === 'setup' || kind === 'invitation' || kind === 'registration'
          ? html`<mado-new-account-form .language=${language} .kind=${kind} .token=${token}></mado-new-account-form>`
          : html`<mado-opened-link .language=${language} .kind=${kind} .token=${token}></mado-opened-link>`;
      return html`${opened} ${kind === 'setup' ? nothing : this.#wayBack()}`;
    }
    if (this.next === 'code') return html`<mado-code-form .language=${language}></mado-code-form>`;
    if (this.next === 'totp-set-up') {
      return html`<mado-totp-set-up .language=${language} .isRequired=${true}></mado-totp-set-up>`;
    }
    return html`${
      this.asking
        ? html`<mado-ask-link-form .language=${language} .kind=${this.asking}></mado-ask-link-form>`
        : html`<mado-password-form .language=${language}></mado-password-form>`
    }
    ${this.#otherWays()}`;
  }

  /** A link may have ended. */
  #wayBack() {
    const back = () => fire(this, 'mado-signed-in', {});
    return html`<p class="account-ways">
      <button class="desk-link" type="button" @click=${back}>${messages[this.language].backToSignIn}</button>
    </p>`;
  }

  #otherWays() {
    const says = messages[this.language];
    const way = (kind: MadoDeskSignIn['asking'], text: string) =>
      kind === this.asking
        ? nothing
        : html`<li>
            <button class="desk-link" type="button" @click=${() => (this.asking = kind)}>${text}</button>
          </li>`;
    return html`<ul class="account-ways">
      ${way(null, says.backToSignIn)} ${way('askLink', says.askLink.link)} ${way('askReset', says.askReset.link)}
    </ul>`;
  }
}

customElements.define('mado-desk-sign-in', MadoDeskSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-sign-in': MadoDeskSignIn;
  }
}
