import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SavedView } from '../../../api/desk/contract.ts';
import type { TicketView } from '../../../api/tickets/contract.ts';
import { type DeskPlace, hrefOf } from '../desk-place.ts';
import { bindShortcuts } from '../shortcuts.ts';
import { listHead } from './list-head.ts';
import { bindViewKeys, listKeys } from './list-keys.ts';
import { type ListView, messages } from './list-messages.ts';
import { listNews } from './list-news.ts';
import './mado-desk-ticket.ts';
import { keepView, removeView } from './saved-view-acts.ts';
import { SelectableTicketList } from './selectable-ticket-list.ts';
import { type Filters, filterNames, filtersIn, parametersOf } from './ticket-filters.ts';
import { type ListedTicket, ticketLine } from './ticket-line.ts';
import { ticketRow } from './ticket-row.ts';
import { isSaved, viewRail } from './view-rail.ts';

/**
 * The desk's tickets: what has to be answered, what waits, what is done, what is found. It follows the live stream
 * without moving what somebody looks at, and changes many tickets at once.
 * @fires mado-desk-count
 */
export class MadoDeskTickets extends SelectableTicketList {
  static override properties: PropertyDeclarations = {
    ...SelectableTicketList.properties,
    isUnfolded: { state: true },
    isFiltering: { state: true },
  };

  declare isUnfolded: boolean;
  declare isFiltering: boolean;

  constructor() {
    super();
    this.isUnfolded = false;
    this.isFiltering = false;
    this.#bindKeys();
  }

  protected override get texts() {
    return messages[this.language];
  }

  get #query(): string {
    return this.place.view === 'search' ? (this.place.filters['q'] ?? '') : '';
  }

  get #filters(): Filters {
    return this.place.view === 'search' ? {} : filtersIn(this.place.filters);
  }

  #choose = (filters: Filters) => {
    location.hash = hrefOf('tickets', { view: this.place.view, filters: parametersOf(filters) });
  };

  #search = (q: string) => {
    location.hash = q
      ? hrefOf('tickets', { view: 'search', filters: { q } })
      : hrefOf('tickets', { view: this.place.view === 'search' ? 'to-answer' : this.place.view });
  };

  /** The saved list of one's own that is shown, if one is. */
  get #ownView(): SavedView | null {
    const shown = { view: this.place.view, filters: this.#filters };
    return this.around.saved.find((view) => view.isOwn && isSaved(view, shown)) ?? null;
  }

  async #save(name: string, isShared: boolean): Promise<void> {
    const filter = { view: this.place.view as TicketView, ...this.#filters };
    await this.try(async () => {
      this.done = await keepView(this.around, { name, isShared, filter }, this.#ownView, this.language);
      this.isFiltering = false;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.list-filter')?.focus();
    });
  }

  async #remove(view: SavedView): Promise<void> {
    await this.try(async () => {
      const { text, undo } = await removeView(this.around, view, this.language);
      const putBack = () =>
        this.try(async () => {
          await undo?.();
          this.done = null;
        });
      this.done = { text, undo: putBack };
      await this.updateComplete;
      this.querySelector<HTMLElement>('.list-undo')?.focus();
    });
  }

  #bindKeys(): void {
    bindViewKeys(this);
    bindShortcuts(this, listKeys, {
      next: (event) => this.focusIn.move(1, event, this.place.id),
      previous: (event) => this.focusIn.move(-1, event, this.place.id),
      open: () => this.focusIn.open(),
      back: () => {
        if (this.place.id === null) return false;
        location.hash = this.hrefOf(null);
        return true;
      },
      select: () => {
        const reference = this.focusIn.reference ?? this.place.id;
        if (!reference || !this.mayChange || !this.references.includes(reference)) return false;
        this.select(reference);
        return true;
      },
      selectAll: () => this.mayChange && this.selectAll(),
      search: () => this.querySelector<HTMLElement>('#desk-search')?.focus(),
      filter: () => this.#openFilters(),
      undo: () => this.takeBack(),
    });
  }

  async #openFilters(): Promise<void> {
    if (this.place.view === 'search') return;
    this.isFiltering = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.list-filters select')?.focus();
  }

  protected override rail(): TemplateResult {
    const { counts, saved } = this.around;
    return viewRail({
      language: this.language,
      view: this.place.view,
      filters: this.#filters,
      counts,
      saved,
      isUnfolded: this.isUnfolded,
      unfold: (isUnfolded) => {
        this.isUnfolded = isUnfolded;
      },
      remove: (view) => void this.#remove(view),
    });
  }

  protected override head(): TemplateResult {
    const { language, categories, isFiltering } = this;
    return html`${listHead({
      language,
      categories,
      isFiltering,
      colleagues: this.around.colleagues,
      query: this.#query,
      isSearch: this.place.view === 'search',
      filters: this.#filters,
      search: this.#search,
      toggleFilters: () => {
        this.isFiltering = !this.isFiltering;
      },
      choose: this.#choose,
      ownView: this.#ownView,
      save: (name, isShared) => void this.#save(name, isShared),
    })}
    ${listNews({
      language,
      isBroken: this.live.isBroken,
      arrivals: this.arrivals.length,
      done: this.done,
      refresh: () => void this.refresh(),
      showArrivals: () => void this.showArrivals(),
      undo: this.takeBack,
      close: () => {
        this.done = null;
      },
    })}`;
  }

  protected override empty(): TemplateResult {
    const says = messages[this.language];
    const text = this.#query
      ? says.nothingFound(this.#query)
      : filterNames.some((name) => this.#filters[name])
        ? says.emptyFiltered
        : says.empty[this.place.view];
    return html`<p class="desk-empty">${text}</p>`;
  }

  protected override row(ticket: ListedTicket): TemplateResult {
    const { reference } = ticket;
    return ticketRow(ticket, this.link(ticket), {
      language: this.language,
      isSelected: this.selection.has(reference),
      isLeaving: this.leaving.has(reference),
      select: this.mayChange ? (isRange) => this.select(reference, isRange) : null,
    });
  }

  protected override line(ticket: ListedTicket): TemplateResult {
    return ticketLine(ticket, {
      language: this.language,
      timeZone: this.timeZone,
      now: Date.now(),
      channels: this.around.colleagues?.channels ?? [],
      query: this.#query,
      isChanged: this.changed.has(ticket.reference),
    });
  }

  protected override opened({ id }: DeskPlace<ListView>): TemplateResult {
    return html`<mado-desk-ticket
      .language=${this.language}
      .timeZone=${this.timeZone}
      .categories=${this.categories}
      .account=${this.account}
      .itemId=${id ?? ''}
    ></mado-desk-ticket>`;
  }
}

customElements.define('mado-desk-tickets', MadoDeskTickets);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-tickets': MadoDeskTickets;
  }
}
