import { html, nothing, type PropertyDeclarations } from 'lit';
import { dateLocales } from '../../content/calendar.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { inTurn } from './in-turn.ts';
import { clearKept, type KeptPage, listKept } from './kept-pages.ts';
import { messages } from './messages.ts';

/** The pages kept on this device, as links; the reader may remove them. Where one is missing, it may be tried again. */
export class MadoKeptPages extends LightElement {
  static override properties: PropertyDeclarations = {
    pages: { state: true },
    isCleared: { state: true },
  };

  declare pages: KeptPage[] | null;
  declare isCleared: boolean;

  #language = pageLanguage();

  constructor() {
    super();
    this.pages = null;
    this.isCleared = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#list();
  }

  async #list(): Promise<void> {
    // Where storage is switched off, nothing is kept.
    const kept = 'caches' in window ? await listKept().catch(() => []) : [];
    const isForeign = ({ url }: KeptPage) => Number(languageOf(url) !== this.#language);
    this.pages = kept
      .filter(({ isAlways }) => !isAlways)
      .toSorted((one, other) => isForeign(one) - isForeign(other) || other.keptAt - one.keptAt);
  }

  async #clear(): Promise<void> {
    await inTurn(clearKept);
    await this.#list();
    this.isCleared = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.kept-cleared')?.focus();
  }

  protected override render() {
    const says = messages[this.#language];
    const { pages } = this;
    return html`${
        document.documentElement.dataset['offline'] === 'missing'
          ? html`<p class="kept-retry">
              <button class="button" data-primary type="button" @click=${() => location.reload()}>${says.retry}</button>
            </p>`
          : nothing
      }
      <section class="kept-pages" aria-labelledby="kept-title">
        <h2 id="kept-title">${says.kept}</h2>
        <p>${says.keptLead}</p>
        ${this.isCleared ? html`<p class="kept-cleared notice" tabindex="-1">${says.cleared}</p>` : nothing}
        ${pages === null ? nothing : pages.length === 0 ? html`<p>${says.none}</p>` : this.#pageList(pages)}
      </section>`;
  }

  #pageList(pages: readonly KeptPage[]) {
    const says = messages[this.#language];
    const format = new Intl.DateTimeFormat(dateLocales[this.#language], { dateStyle: 'long' });
    return html`<ul class="article-list">
        ${pages.map(
          ({ url, title, keptAt }) =>
            html`<li>
              <a href=${pathOf(url)} lang=${languageOf(url) || this.#language}>${nameOf(title)}</a>
              <p class="kept-at">${says.keptAt(format.format(keptAt))}</p>
            </li>`,
        )}
      </ul>
      <p><button class="button" type="button" @click=${() => this.#clear()}>${says.clear}</button></p>`;
  }
}

function languageOf(url: string): string {
  return new URL(url).pathname.split('/')[1] ?? '';
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

/** A title without the name of the site behind it. */
function nameOf(title: string): string {
  return title.replace(/ \| [^|]*$/, '');
}

customElements.define('mado-kept-pages', MadoKeptPages);

declare global {
  interface HTMLElementTagNameMap {
    'mado-kept-pages': MadoKeptPages;
  }
}
