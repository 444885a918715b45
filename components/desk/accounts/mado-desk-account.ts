import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { OwnAccount } from '../../../api/accounts/contract.ts';
import { DeskElement } from '../desk-element.ts';
import { deskPages, pagesFor } from '../desk-pages.ts';
import { deskProblem } from '../desk-problem.ts';
import { messages as deskMessages } from '../messages.ts';
import './mado-own-address.ts';
import './mado-own-news.ts';
import './mado-own-password.ts';
import './mado-own-profile.ts';
import './mado-own-sessions.ts';
import './mado-own-totp.ts';

/** One's own account: name and language, what they are told of, address, password, second step, and where one is signed in. */
export class MadoDeskAccount extends DeskElement {
  static override properties: PropertyDeclarations = { own: { state: true }, problem: { state: true } };

  /** `null` until it is there; who is signed in (`account`) says less. */
  declare own: OwnAccount | null;
  declare problem: string;

  constructor() {
    super();
    this.own = null;
    this.problem = '';
  }

  #onChange = () => void this.#load();

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('mado-account-changed', this.#onChange);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('mado-account-changed', this.#onChange);
  }

  async #load(): Promise<void> {
    this.problem = '';
    try {
      this.own = await (await this.api().account.$get()).json();
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  protected override render(): TemplateResult {
    const { own, language, timeZone } = this;
    if (!own) {
      return html`<div class="account-page">
        ${deskProblem(this.problem, language, () => void this.#load())}
        ${this.problem ? nothing : html`<p role="status">${deskMessages[language].loading}</p>`}
      </div>`;
    }
    const isAtDesk = pagesFor(deskPages, own.role).some(({ id }) => id === 'tickets');
    return html`<div class="account-page">
      <mado-own-profile .language=${language} .account=${own}></mado-own-profile>
      ${isAtDesk ? html`<mado-own-news .language=${language} .account=${own}></mado-own-news>` : nothing}
      <mado-own-address .language=${language} .account=${own}></mado-own-address>
      <mado-own-password .language=${language} .account=${own}></mado-own-password>
      <mado-own-totp .language=${language} .account=${own}></mado-own-totp>
      <mado-own-sessions .language=${language} .timeZone=${timeZone}></mado-own-sessions>
    </div>`;
  }
}

customElements.define('mado-desk-account', MadoDeskAccount);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-account': MadoDeskAccount;
  }
}
