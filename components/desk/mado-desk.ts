import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Account } from '../../api/accounts/contract.ts';
import { apiClient } from '../../api/client.ts';
import { LightElement } from '../base/light-element.ts';
import './mado-desk-sign-in.ts';
import './mado-desk-tickets.ts';
import './notices/mado-desk-notices.ts';
import { messages } from './messages.ts';

type State = { kind: 'loading' } | { kind: 'unreachable' } | { kind: 'outside' } | { kind: 'inside'; account: Account };

/**
 * The staff desk: a shell that holds no data until somebody has signed in. Its language is the account's.
 * @attr data-names - the portal's name by language, as JSON
 * @attr data-time-zone - the portal's time zone
 * @attr data-categories - slugs and names of the portal's categories, as JSON
 */
export class MadoDesk extends LightElement {
  static override properties: PropertyDeclarations = { state: { state: true }, room: { state: true } };

  declare state: State;
  declare room: 'tickets' | 'notices';
  #language: 'ja' | 'en' = navigator.language.startsWith('ja') ? 'ja' : 'en';

  constructor() {
    super();
    this.state = { kind: 'loading' };
    this.room = roomOf(location.hash);
  }

  #onHashChange = () => (this.room = roomOf(location.hash));

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('mado-signed-out', () => (this.state = { kind: 'outside' }));
    window.addEventListener('hashchange', this.#onHashChange);
    void this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
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
          ${account ? this.#rooms() : ''}
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

  #rooms() {
    const says = messages[this.#language];
    const current = (room: string) => (room === this.room ? 'page' : 'false');
    return html`<a href="#/to-answer" aria-current=${current('tickets')}>${says.rooms.tickets}</a>
      <a href="#/notices/current" aria-current=${current('notices')}>${says.rooms.notices}</a>`;
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
          ${this.room === 'notices' ? this.#notices() : this.#tickets()}
        </main>`;
    }
  }

  #tickets() {
    return html`<mado-desk-tickets
      .language=${this.#language}
      .timeZone=${this.dataset['timeZone'] ?? 'UTC'}
    ></mado-desk-tickets>`;
  }

  #notices() {
    return html`<mado-desk-notices
      .language=${this.#language}
      .timeZone=${this.dataset['timeZone'] ?? 'UTC'}
      .categories=${JSON.parse(this.dataset['categories'] ?? '[]')}
    ></mado-desk-notices>`;
  }
}

function roomOf(hash: string): 'tickets' | 'notices' {
  return hash.startsWith('#/notices') ? 'notices' : 'tickets';
}

customElements.define('mado-desk', MadoDesk);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk': MadoDesk;
  }
}
