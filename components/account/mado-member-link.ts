import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import './mado-new-account-form.ts';
import './mado-opened-link.ts';
import { placeToReturn } from './place-to-return.ts';
import { takeLink, type TakenLink } from './taken-link.ts';

/**
 * What the link in a mail to a member opens: the rest of their registration, a way in, a new password or address. It
 * goes on to where they were when they asked for it.
 */
export class MadoMemberLink extends LightElement {
  static override properties: PropertyDeclarations = { link: { state: true } };

  declare link: TakenLink | null;

  constructor() {
    super();
    this.link = takeLink();
  }

  #onHashChange = () => (this.link = takeLink() ?? this.link);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHashChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  /** The sign-in page leads on whoever is in, and asks for a code whoever still owes one. */
  #goOn(isIn: boolean): void {
    const page = isIn ? 'sign-in' : 'code';
    location.assign(`/${pageLanguage()}/members/${page}/?then=${encodeURIComponent(placeToReturn())}`);
  }

  async #arrive(): Promise<void> {
    const { apiClient } = await import('../../api/client.ts');
    const found = await (await apiClient(pageLanguage()).api.session.$get()).json().catch(() => ({ account: null }));
    this.#goOn(found.account !== null || !('next' in found));
  }

  protected override willUpdate(): void {
    // What the page says to somebody without a link.
    for (const own of this.querySelectorAll<HTMLElement>(':scope > p')) own.hidden = this.link !== null;
  }

  protected override render(): TemplateResult {
    if (!this.link) return html``;
    const { kind, token } = this.link;
    const language = pageLanguage();
    if (kind === 'registration' || kind === 'setup' || kind === 'invitation') {
      return html`<mado-new-account-form
        .language=${language}
        .kind=${kind}
        .token=${token}
        @mado-signed-in=${() => void this.#arrive()}
      ></mado-new-account-form>`;
    }
    return html`<mado-opened-link
      .language=${language}
      .kind=${kind}
      .token=${token}
      @mado-signed-in=${() => void this.#arrive()}
    ></mado-opened-link>`;
  }
}

customElements.define('mado-member-link', MadoMemberLink);

declare global {
  interface HTMLElementTagNameMap {
    'mado-member-link': MadoMemberLink;
  }
}
