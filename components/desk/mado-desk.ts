import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html as elementHtml, unsafeStatic } from 'lit/static-html.js';
import type { Account } from '../../api/accounts/contract.ts';
import { apiClient } from '../../api/client.ts';
import { LightElement } from '../base/light-element.ts';
import { takeLink, type TakenLink } from '../account/taken-link.ts';
import { type DeskPage, deskPages, pagesFor } from './desk-pages.ts';
import { pageIn } from './desk-place.ts';
import { deskProblem } from './desk-problem.ts';
import { forgetDrafts } from './drafts.ts';
import './mado-desk-menu.ts';
import './mado-desk-shortcuts.ts';
import './mado-desk-sign-in.ts';
import { messages } from './messages.ts';
import { WaitingCounts } from './waiting-counts.ts';

type State =
  | { kind: 'loading' }
  | { kind: 'unreachable' }
  /** Perhaps halfway in: with a code still to give, or a second step to set up. */
  | { kind: 'outside'; next?: 'code' | 'totp-set-up' }
  | { kind: 'inside'; account: Account };

/**
 * The staff desk: a shell that holds no data until somebody has signed in. Its language is the account's.
 * @attr data-names - the portal's name by language, as JSON
 * @attr data-time-zone - the portal's time zone
 * @attr data-categories - slugs and names of the portal's categories, as JSON
 * @attr data-forum - the forum's boards and rules, as JSON; left out where there is none
 */
export class MadoDesk extends LightElement {
  static override properties: PropertyDeclarations = {
    pages: { attribute: false },
    state: { state: true },
    asked: { state: true },
    arrived: { state: true },
    isPageMissing: { state: true },
    link: { state: true },
  };

  declare pages: readonly DeskPage[];
  declare state: State;
  /** The page that the address asks for. */
  declare asked: string;
  /** The page whose element is there. */
  declare arrived: string;
  declare isPageMissing: boolean;
  /** A one-time link that was followed here: it comes first, also for somebody who is in. */
  declare link: TakenLink | null;
  #language: 'ja' | 'en' = languageAsked() ?? (navigator.language.startsWith('ja') ? 'ja' : 'en');

  constructor() {
    super();
    this.pages = deskPages;
    this.state = { kind: 'loading' };
    this.asked = pageIn(location.hash);
    this.arrived = '';
    this.isPageMissing = false;
    this.link = takeLink();
  }

  readonly #waiting = new WaitingCounts(this, () => ({
    // The page somebody is on counts by itself.
    pages: this.#ownPages.filter(({ id }) => id !== this.#page?.id),
    language: this.#language,
  }));

  #onHashChange = () => {
    this.link = takeLink() ?? this.link;
    this.asked = pageIn(location.hash);
    void this.#fetchPage();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('mado-signed-out', () => (this.state = { kind: 'outside' }));
    this.addEventListener('mado-account-changed', () => void this.#enter());
    this.addEventListener('mado-desk-count', ({ detail }) => {
      if (this.#page) this.#waiting.tell(this.#page.id, detail.count);
    });
    window.addEventListener('hashchange', this.#onHashChange);
    void this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  async #enter(): Promise<void> {
    try {
      const found = await (await apiClient(this.#language).api.session.$get()).json();
      if (found.account) {
        this.#language = found.account.language;
        this.state = { kind: 'inside', account: found.account };
      } else this.state = 'next' in found && found.next ? { kind: 'outside', next: found.next } : { kind: 'outside' };
    } catch {
      this.state = { kind: 'unreachable' };
    }
    void this.#waiting.ask();
    await this.#fetchPage();
  }

  /** Whatever a link led to is done. */
  #arrive(): void {
    this.link = null;
    void this.#enter();
  }

  async #leave(): Promise<void> {
    let isSignedOut = true;
    try {
      await apiClient(this.#language).api.session.$delete();
    } catch {
      isSignedOut = false;
    }
    // What was on the screen goes, also when the server was not told: the desk then says that it does not answer.
    forgetDrafts();
    this.#waiting.forget();
    history.replaceState(null, '', location.pathname);
    this.asked = '';
    this.state = { kind: isSignedOut ? 'outside' : 'unreachable' };
  }

  get #ownPages(): readonly DeskPage[] {
    return this.state.kind === 'inside' ? pagesFor(this.pages, this.state.account.role) : [];
  }

  /** The page somebody is on: the one that was asked for, if it is theirs. */
  get #page(): DeskPage | undefined {
    return this.#ownPages.find(({ id }) => id === this.asked) ?? this.#ownPages[0];
  }

  async #fetchPage(): Promise<void> {
    const page = this.#page;
    if (!page) return;
    this.isPageMissing = false;
    try {
      await page.load();
      if (page === this.#page) this.arrived = page.id;
    } catch {
      this.isPageMissing = page === this.#page;
    }
  }

  protected override willUpdate(): void {
    const says = messages[this.#language];
    document.documentElement.lang = this.#language;
    const names = JSON.parse(this.dataset['names'] ?? '{}') as Partial<Record<'ja' | 'en', string>>;
    const page = this.#page;
    const waiting = this.#waiting.all[page?.id ?? ''] ?? 0;
    const count = waiting > 0 ? `(${waiting}) ` : '';
    const parts = [...(page ? [page.text[this.#language]] : []), says.title, names[this.#language] ?? ''];
    document.title = `${count}${parts.join(' | ')}`;
  }

  protected override render(): TemplateResult {
    const says = messages[this.#language];
    const account = this.state.kind === 'inside' ? this.state.account : null;
    return html`<header class="desk-head">
        <h1 class="desk-title">${says.title}</h1>
        ${
          account
            ? html`<mado-desk-menu
                .language=${this.#language}
                .pages=${this.#ownPages}
                .current=${this.#page?.id ?? ''}
                .counts=${this.#waiting.all}
              ></mado-desk-menu>`
            : ''
        }
        <div class="desk-nav">
          <a href="/${this.#language}/">${says.helpCentre}</a>
          ${
            account
              ? html`<mado-desk-shortcuts .language=${this.#language}></mado-desk-shortcuts>
                  ${this.#own(account)}
                  <button class="desk-link" type="button" @click=${() => this.#leave()}>${says.signOut}</button>`
              : ''
          }
        </div>
      </header>
      ${this.#body()}`;
  }

  /** Who is signed in: the way to their account. */
  #own({ name }: Account) {
    const hasPage = this.#ownPages.some(({ id }) => id === 'account');
    if (!hasPage) return html`<span class="desk-account">${name}</span>`;
    const says = messages[this.#language];
    return html`<a class="desk-account" href="#/account" title=${says.ownAccount}>${name}</a>`;
  }

  #body() {
    const says = messages[this.#language];
    if (this.link && this.state.kind !== 'loading') return this.#wayIn();
    switch (this.state.kind) {
      case 'loading':
        return html`<main class="desk-alone" id="main"><p role="status">${says.loading}</p></main>`;
      case 'unreachable':
        return html`<main class="desk-alone" id="main">
          ${deskProblem(says.unreachable, this.#language, () => void this.#enter())}
        </main>`;
      case 'outside':
        return this.#wayIn();
      case 'inside':
        return html`<main class="desk-main" id="main">${this.#opened()}</main>`;
    }
  }

  #wayIn() {
    const next = this.state.kind === 'outside' ? (this.state.next ?? null) : null;
    return html`<main class="desk-alone" id="main">
      <mado-desk-sign-in
        .language=${this.#language}
        .link=${this.link}
        .next=${next}
        @mado-signed-in=${() => this.#arrive()}
      ></mado-desk-sign-in>
    </main>`;
  }

  #opened() {
    const says = messages[this.#language];
    if (this.isPageMissing) {
      return html`<div class="desk-alone">
        ${deskProblem(says.unreachable, this.#language, () => void this.#fetchPage())}
      </div>`;
    }
    const page = this.#page;
    if (page?.id !== this.arrived) return html`<p class="desk-alone" role="status">${says.loading}</p>`;
    const element = unsafeStatic(page.element);
    return elementHtml`<${element}
      .language=${this.#language}
      .timeZone=${this.dataset['timeZone'] ?? 'UTC'}
      .categories=${JSON.parse(this.dataset['categories'] ?? '[]')}
      .forum=${JSON.parse(this.dataset['forum'] ?? 'null')}
      .account=${this.state.kind === 'inside' ? this.state.account : null}
    ></${element}>`;
  }
}

/** The language that a mail was written in. */
function languageAsked(): 'ja' | 'en' | null {
  const asked = new URLSearchParams(location.search).get('language');
  return asked === 'ja' || asked === 'en' ? asked : null;
}

customElements.define('mado-desk', MadoDesk);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk': MadoDesk;
  }
}
