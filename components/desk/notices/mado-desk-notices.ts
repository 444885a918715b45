import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ApiProblem, apiClient } from '../../../api/client.ts';
import type { Notice, NoticeView } from '../../../api/notices/contract.ts';
import { LightElement } from '../../base/light-element.ts';
import { fire } from '../../events.ts';
import './mado-desk-notice.ts';
import './mado-desk-notice-form.ts';
import { messages } from './messages.ts';
import { noticeLabel, noticeSpan } from './notice-line.ts';

const views: NoticeView[] = ['current', 'planned', 'ended', 'withdrawn'];

/** What the address asks for: `#/notices/current`, `#/notices/new`, `#/notices/current/<id>`, that with `/edit`. */
interface Place {
  view: NoticeView;
  id: string | null;
  isNew: boolean;
  isEditing: boolean;
}

/**
 * The desk's lists of notices and the one that is open beside them; on a phone one or the other.
 * @fires mado-signed-out
 */
export class MadoDeskNotices extends LightElement {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    timeZone: { attribute: false },
    categories: { attribute: false },
    place: { state: true },
    notices: { state: true },
    next: { state: true },
    problem: { state: true },
  };

  declare language: 'ja' | 'en';
  declare timeZone: string;
  declare categories: readonly { slug: string; name: { ja: string; en: string } }[];
  declare place: Place;
  /** `null` while the list is on its way. */
  declare notices: Notice[] | null;
  declare next: string | null;
  declare problem: string;

  #onHashChange = () => this.#go();

  constructor() {
    super();
    this.language = 'ja';
    this.timeZone = 'UTC';
    this.categories = [];
    this.place = placeOf(location.hash);
    this.notices = null;
    this.next = null;
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHashChange);
    this.addEventListener('mado-notice-changed', () => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  #go(): void {
    const before = this.place;
    this.place = placeOf(location.hash);
    if (this.place.view !== before.view) this.notices = null;
    if (this.place.view !== before.view || !this.place.id) void this.#load();
  }

  async #load(after?: string): Promise<void> {
    const { view } = this.place;
    try {
      this.problem = '';
      const query = { view, ...(after ? { after } : {}) };
      const page = await (await apiClient(this.language).api.notices.$get({ query })).json();
      if (view !== this.place.view) return;
      this.notices = after ? [...(this.notices ?? []), ...page.notices] : page.notices;
      this.next = page.next;
    } catch (error) {
      if (error instanceof ApiProblem && error.slug === 'not-signed-in') fire(this, 'mado-signed-out', {});
      this.problem = error instanceof ApiProblem ? error.problem.title : messages[this.language].unreachable;
    }
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const { view, id, isNew } = this.place;
    return html`<div class="desk-columns" ?data-ticket-open=${id !== null || isNew}>
      <section class="desk-list" aria-label=${says.views[view]}>
        <nav aria-label=${says.viewsLabel}>
          <ul class="desk-views">
            ${views.map(
              (known) =>
                html`<li>
                  <a href="#/notices/${known}" aria-current=${known === view ? 'page' : 'false'}
                    >${says.views[known]}</a
                  >
                </li>`,
            )}
          </ul>
        </nav>
        <p class="notice-create"><a class="button" data-primary href="#/notices/new">${says.create}</a></p>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing} ${this.#list()}
      </section>
      <section class="desk-open">${this.#open()}</section>
    </div>`;
  }

  #open() {
    const says = messages[this.language];
    const { view, id, isNew, isEditing } = this.place;
    if (!id && !isNew) return html`<p class="desk-choose">${says.choose}</p>`;
    return html`<p class="desk-back"><a href="#/notices/${view}">${says.back}</a></p>
      ${
        isNew
          ? html`<mado-desk-notice-form
              .language=${this.language}
              .timeZone=${this.timeZone}
              .categories=${this.categories}
            ></mado-desk-notice-form>`
          : html`<mado-desk-notice
              .language=${this.language}
              .timeZone=${this.timeZone}
              .categories=${this.categories}
              .noticeId=${id}
              .isEditing=${isEditing}
            ></mado-desk-notice>`
      }`;
  }

  #list() {
    const says = messages[this.language];
    if (!this.notices) return html`<p class="desk-empty" role="status">${this.problem ? '' : says.loading}</p>`;
    if (this.notices.length === 0) return html`<p class="desk-empty">${says.empty[this.place.view]}</p>`;
    return html`<ul class="desk-tickets">
        ${this.notices.map((notice) => this.#line(notice))}
      </ul>
      ${
        this.next
          ? html`<p>
              <button class="button" type="button" @click=${() => this.#load(this.next ?? undefined)}>
                ${says.more}
              </button>
            </p>`
          : nothing
      }`;
  }

  #line(notice: Notice) {
    const { view, id } = this.place;
    return html`<li>
      <a href="#/notices/${view}/${notice.id}" aria-current=${id === notice.id ? 'true' : 'false'}>
        <span class="desk-line-head">${noticeLabel(notice, this.language)}</span>
        <span class="desk-subject">${notice.title[this.language]}</span>
        <span class="desk-line-foot notice-time">${noticeSpan(notice, this.language, this.timeZone)}</span>
      </a>
    </li>`;
  }
}

function placeOf(hash: string): Place {
  const [, , view = '', id = '', last = ''] = hash.split('/');
  return {
    view: views.find((known) => known === view) ?? 'current',
    id: /^[0-9a-f-]{36}$/.test(id) ? id : null,
    isNew: view === 'new',
    isEditing: last === 'edit',
  };
}

customElements.define('mado-desk-notices', MadoDeskNotices);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-notices': MadoDeskNotices;
  }
}
