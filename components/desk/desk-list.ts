import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PortalEventName } from '../events.ts';
import { DeskElement } from './desk-element.ts';
import { type DeskAddress, type DeskPlace, hrefOf, placeIn } from './desk-place.ts';
import { deskProblem } from './desk-problem.ts';
import { messages } from './messages.ts';

/** What a page of the desk says about its list. */
export interface DeskListTexts<View extends string> {
  views: Record<View, string>;
  /** That a view holds nothing. */
  empty: Record<View, string>;
  /** What to do while nothing is open. */
  choose: string;
}

/** One helping of a list; `next` is the cursor of the following one, `null` at the end. */
export interface Helping<Item> {
  items: Item[];
  next: string | null;
}

/** What is asked of the API: a view with its filters, from the start or on from a cursor. */
export interface DeskQuery<View extends string> {
  view: View;
  filters: Readonly<Record<string, string>>;
  after?: string;
}

/**
 * A page of the desk: lists, and what is open beside them; on a phone one or the other. Where somebody is stands in the
 * address. What extends it says where the items come from and how they look.
 * @fires mado-signed-out
 */
export abstract class DeskList<Item extends object, View extends string> extends DeskElement {
  static override properties: PropertyDeclarations = {
    place: { state: true },
    items: { state: true },
    next: { state: true },
    problem: { state: true },
    announcement: { state: true },
  };

  declare place: DeskPlace<View>;
  /** `null` while the list is on its way. */
  declare items: Item[] | null;
  declare next: string | null;
  declare problem: string;
  declare announcement: string;

  protected abstract readonly address: DeskAddress<View>;
  /** The event by which an open item says that the list is out of date; `null` where nothing is changed. */
  protected readonly changeEvent: PortalEventName | null = null;
  protected abstract get texts(): DeskListTexts<View>;
  protected abstract load(query: DeskQuery<View>, until: AbortSignal): Promise<Helping<Item>>;
  protected abstract idOf(item: Item): string;
  /** An item in the list, within its link. */
  protected abstract line(item: Item): TemplateResult;
  /** The element that shows what is open. */
  protected abstract opened(place: DeskPlace<View>): TemplateResult;

  #loading = new AbortController();
  /** Where to go on when a load failed. */
  #failedAfter: string | undefined;
  /** Whether what went wrong is that the list did not come: the rest is tried again where it was begun. */
  #hasFailed = false;

  constructor() {
    super();
    this.items = null;
    this.next = null;
    this.problem = '';
    this.announcement = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.place = placeIn(location.hash, this.address);
    window.addEventListener('hashchange', this.#onHashChange);
    if (this.changeEvent) this.addEventListener(this.changeEvent, this.#onChange);
    void this.fetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
    if (this.changeEvent) this.removeEventListener(this.changeEvent, this.#onChange);
    this.#loading.abort();
  }

  /** Another list was asked for: what was shown goes. */
  protected leave(): void {
    this.items = null;
  }

  /** Fetches again what may be out of date, while somebody looks at it. */
  protected refresh(): Promise<void> {
    return this.fetch();
  }

  #onChange = () => void this.refresh();

  #onHashChange = () => {
    const before = this.place;
    this.place = placeIn(location.hash, this.address);
    const isSameList = this.hrefOf(null, before) === this.hrefOf(null);
    if (!isSameList) this.leave();
    if (!isSameList) void this.fetch();
    else if (this.place.id === null) void this.refresh();
    if (isSameList && before.id !== null && this.place.id === null) void this.#focusLine(before.id);
  };

  /** Fetches the list from the start, or goes on from a cursor. */
  protected async fetch(after?: string): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const { view, filters } = this.place;
    this.problem = '';
    this.#hasFailed = false;
    this.announcement = this.items ? '' : messages[this.language].loading;
    try {
      const { items, next } = await this.load({ view, filters, ...(after ? { after } : {}) }, signal);
      if (signal.aborted) return;
      // What has moved on since the last helping comes again: it stands where it is now.
      const ids = new Set(items.map((item) => this.idOf(item)));
      const before = after ? (this.items ?? []).filter((item) => !ids.has(this.idOf(item))) : [];
      this.items = [...before, ...items];
      this.next = next;
      this.announcement = messages[this.language].shown(this.items.length);
    } catch (error) {
      if (signal.aborted) return;
      this.announcement = '';
      this.#failedAfter = after;
      this.#hasFailed = true;
      this.problem = this.explain(error);
    }
  }

  /** Shows more, and goes on from the first of them: the button may be gone. */
  async #more(): Promise<void> {
    const known = this.items?.length ?? 0;
    await this.fetch(this.next ?? undefined);
    await this.updateComplete;
    if (!this.problem) this.querySelectorAll<HTMLElement>('.desk-tickets a')[known]?.focus();
  }

  /** Tries again what failed. The button goes, so the list takes the focus. */
  async #retry(): Promise<void> {
    this.querySelector<HTMLElement>('.desk-list')?.focus();
    await this.fetch(this.#failedAfter);
  }

  /** Leads back to the line that was open, where the way back has gone with what was open. */
  async #focusLine(id: string): Promise<void> {
    await this.updateComplete;
    if (document.activeElement !== document.body) return;
    this.querySelector<HTMLElement>(`.desk-tickets a[href="${CSS.escape(this.hrefOf(id))}"]`)?.focus();
  }

  /** The address of a line, or of the list alone, as the list stands. */
  protected hrefOf(id: string | null, { view, filters } = this.place): string {
    return hrefOf(this.address.page, { view, id, filters });
  }

  /** What stands between the views and the list; nothing unless a page has something to put there. */
  protected head(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What stands below the list, in sight wherever somebody is in it; nothing unless a page has something to put there. */
  protected foot(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The ways to the other views; before the list where a page has so many that they want a column of their own. */
  protected rail(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override render(): TemplateResult {
    const { place, texts } = this;
    const isOpen = place.id !== null || place.action === 'new';
    const rail = this.rail();
    return html`<div class="desk-columns" ?data-ticket-open=${isOpen} ?data-rail=${rail !== nothing}>
      ${rail}
      <section class="desk-list" tabindex="-1" aria-label=${texts.views[place.view]}>
        ${rail === nothing ? this.#views() : nothing} ${this.head()}
        <p class="visually-hidden" role="status">${this.announcement}</p>
        ${deskProblem(this.problem, this.language, this.#hasFailed ? () => void this.#retry() : null)} ${this.#list()}
        ${this.foot()}
      </section>
      <section class="desk-open">
        ${
          isOpen
            ? html`<p class="desk-back"><a href=${this.hrefOf(null)}>${messages[this.language].back}</a></p>
                ${this.opened(place)}`
            : html`<p class="desk-choose">${texts.choose}</p>`
        }
      </section>
    </div>`;
  }

  #views() {
    return html`<nav aria-label=${messages[this.language].viewsLabel}>
      <ul class="desk-views">
        ${this.address.views.map((view) => this.#view(view))}
      </ul>
    </nav>`;
  }

  #view(view: View) {
    const { page } = this.address;
    const current = view === this.place.view ? 'page' : 'false';
    return html`<li><a href=${hrefOf(page, { view })} aria-current=${current}>${this.texts.views[view]}</a></li>`;
  }

  #list() {
    const says = messages[this.language];
    if (!this.items) return this.problem ? nothing : html`<p class="desk-empty">${says.loading}</p>`;
    if (this.items.length === 0) return this.empty();
    return html`<ul class="desk-tickets">
        ${repeat(
          this.items,
          (item) => this.idOf(item),
          (item) => this.row(item),
        )}
      </ul>
      ${
        this.next
          ? html`<p><button class="button" type="button" @click=${() => this.#more()}>${says.more}</button></p>`
          : nothing
      }`;
  }

  /** What stands where the list would, when there is nothing in it. */
  protected empty(): TemplateResult {
    return html`<p class="desk-empty">${this.texts.empty[this.place.view]}</p>`;
  }

  protected row(item: Item): TemplateResult {
    return html`<li>${this.link(item)}</li>`;
  }

  /** The line as a link that opens the item. */
  protected link(item: Item): TemplateResult {
    const id = this.idOf(item);
    const current = this.place.id === id ? 'true' : 'false';
    return html`<a href=${this.hrefOf(id)} aria-current=${current}>${this.line(item)}</a>`;
  }
}
