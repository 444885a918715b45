import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Account } from '../../api/accounts/contract.ts';
import { apiClient } from '../../api/client.ts';
import { LightElement } from '../base/light-element.ts';
import './mado-desk-sign-in.ts';
import './mado-desk-tickets.ts';
import { messages } from './messages.ts';

type State = { kind: 'loading' } | { kind: 'unreachable' } | { kind: 'outside' } | { kind: 'inside'; account: Account };

/**
 * The staff desk: a shell that holds no data until somebody has signed in. Its language is the account's.
 * @attr data-names - the portal's name by language, as JSON
 * @attr data-time-zone - the portal's time zone
 */
export class MadoDesk extends LightElement {
  static override properties: PropertyDeclarations = { state: { state: true } };

  declare state: State;
  #language: 'ja' | 'en' = navigator.language.startsWith('ja') ? 'ja' : 'en';

  constructor() {
    super();
    this.state = { kind: 'loading' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('mado-signed-out', () => (this.state = { kind: 'outside' }));
    void this.#enter();
  }

  async #enter(): Promise<void> {
    try {
      const { account } = await (await apiClient(this.#language).api.session.$get()).json();
      if (account) this.#language = account.language;
      this.state = account ? { kind: 'inside', account } : { kind: 'outside' };
    } catch {
      this.state = { kind: 'unreachable' };
    }
  }

  async #leave(): Promise<void> {
    await apiClient(this.#language).api.session.$delete();
    history.replaceState(null, '', location.pathname);
    this.state = { kind: 'outside' };
  }

  protected override willUpdate(): void {
    document.documentElement.lang = this.#language;
    const names = JSON.parse(this.dataset['names'] ?? '{}') as Partial<Record<'ja' | 'en', string>>;
    document.title = `${messages[this.#language].title} | ${names[this.#language] ?? ''}`;
  }

  protected override render(): TemplateResult {
    const says = messages[this.#language];
    const account = this.state.kind === 'inside' ? this.state.account : null;
    return html`<header class="desk-head">
        <h1 class="desk-title">${says.title}</h1>
        <nav class="desk-nav" aria-label=${says.title}>
          <a href="/${this.#language}/">${says.helpCentre}</a>
          ${
            account
              ? html`<span class="desk-account">${account.name}</span>
                  <button class="desk-link" type="button" @click=${() => this.#leave()}>${says.signOut}</button>`
              : ''
          }
        </nav>
      </header>
      ${this.#body()}`;
  }

  #body() {
    const says = messages[this.#language];
    switch (this.state.kind) {
      case 'loading':
        return html`<main class="desk-alone" id="main"><p role="status">${says.loading}</p></main>`;
      case 'unreachable':
        return html`<main class="desk-alone" id="main">
          <p class="problem" role="alert">${says.unreachable}</p>
          <p><button class="button" type="button" @click=${() => this.#enter()}>${says.retry}</button></p>
        </main>`;
      case 'outside':
        return html`<main class="desk-alone" id="main">
          <mado-desk-sign-in .language=${this.#language} @mado-signed-in=${() => this.#enter()}></mado-desk-sign-in>
        </main>`;
      case 'inside':
        return html`<main class="desk-main" id="main">
          <mado-desk-tickets
            .language=${this.#language}
            .timeZone=${this.dataset['timeZone'] ?? 'UTC'}
          ></mado-desk-tickets>
        </main>`;
    }
  }
}

customElements.define('mado-desk', MadoDesk);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk': MadoDesk;
  }
}
