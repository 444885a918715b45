import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SavedView } from '../../../api/desk/contract.ts';
import type { TicketView } from '../../../api/tickets/contract.ts';
import { type DeskPlace, hrefOf } from '../desk-place.ts';
import { bindShortcuts } from '../shortcuts.ts';
import { listHead } from './list-head.ts';
import { listKeys, viewKeys } from './list-keys.ts';
import { type ListView, messages } from './list-messages.ts';
import { listNews } from './list-news.ts';
import type { BulkChange } from './mado-desk-bulk.ts';
import './mado-desk-bulk.ts';
import './mado-desk-ticket.ts';
import { SelectableTicketList } from './selectable-ticket-list.ts';
import { Selection } from './selection.ts';
import { type Filters, filterNames, filtersIn, parametersOf } from './ticket-filters.ts';
import { type ListedTicket, ticketLine } from './ticket-line.ts';
import { viewRail } from './view-rail.ts';

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

  async #save(name: string, isShared: boolean): Promise<void> {
    const filter = { view: this.place.view as TicketView, ...this.#filters };
    await this.try(async () => {
      await this.around.save({ name, isShared, filter });
      this.done = { text: messages[this.language].viewSaved(name), undo: null };
    });
  }

  async #remove(view: SavedView): Promise<void> {
    const { name, isShared, filter } = view;
    await this.try(async () => {
      await this.around.remove(view);
      const undo = () =>
        this.try(async () => {
          await this.around.save({ name, isShared, filter });
          this.done = null;
        });
      this.done = { text: messages[this.language].viewDeleted(name), undo };
    });
  }

  #bindKeys(): void {
    bindShortcuts(this, viewKeys, {
      'to-answer': goTo('to-answer'),
      mine: goTo('mine'),
      team: goTo('team'),
      unassigned: goTo('unassigned'),
      breaching: goTo('breaching'),
      waiting: goTo('waiting'),
      all: goTo('all'),
    });
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
    const selected = (this.items ?? []).filter(({ reference }) => this.selection.has(reference));
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
      save: (name, isShared) => void this.#save(name, isShared),
    })}
    ${
      selected.length > 0
        ? html`<mado-desk-bulk
            .language=${language}
            .timeZone=${this.timeZone}
            .account=${this.account}
            .selected=${selected}
            .colleagues=${this.around.colleagues}
            .isSending=${this.isSending}
            .change=${(change: BulkChange) => void this.change(change)}
            .selectAll=${this.selectAll}
            .clear=${() => {
              this.selection = new Selection();
            }}
          ></mado-desk-bulk>`
        : nothing
    }
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
    const { reference, subject } = ticket;
    const isSelected = this.selection.has(reference);
    const select = ({ shiftKey }: MouseEvent) => this.select(reference, shiftKey);
    return html`<li class="ticket-row" ?data-selected=${isSelected} ?data-leaving=${this.leaving.has(reference)}>
      ${
        this.mayChange
          ? html`<label class="row-select"
              ><input
                type="checkbox"
                .checked=${isSelected}
                aria-label=${messages[this.language].select(subject)}
                @click=${select}
            /></label>`
          : nothing
      }
      ${this.link(ticket)}
    </li>`;
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

/** Leads to a view. */
function goTo(view: TicketView): () => void {
  return () => {
    location.hash = hrefOf('tickets', { view });
  };
}

customElements.define('mado-desk-tickets', MadoDeskTickets);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-tickets': MadoDeskTickets;
  }
}
