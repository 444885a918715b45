import type { PropertyDeclarations, PropertyValues } from 'lit';
import { fire } from '../../events.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import type { DeskAddress } from '../desk-place.ts';
import { messages as deskMessages } from '../messages.ts';
import { ListFocus } from './list-focus.ts';
import type { ListView } from './list-messages.ts';
import { ListSurroundings } from './list-surroundings.ts';
import { LiveStream } from './live.ts';
import { merged } from './merged.ts';
import { filtersIn } from './ticket-filters.ts';
import type { ListedTicket } from './ticket-line.ts';
import { viewGroups } from './view-groups.ts';

/** Changes that come together are fetched together, and not more often than that. */
const gatherMs = 400;
const restMs = 2000;
/** How long a line that no longer belongs here takes to leave. */
const leaveMs = 200;

/**
 * A list of tickets that follows the live stream: what changes does so in place, what goes leaves softly, and what comes
 * waits to be shown while somebody looks at the list.
 * @fires mado-desk-count
 */
export abstract class LiveTicketList extends DeskList<ListedTicket, ListView> {
  static override properties: PropertyDeclarations = {
    ...DeskList.properties,
    arrivals: { state: true },
    leaving: { state: true },
  };

  /** What has come and is not shown yet, so that nothing moves. */
  declare arrivals: readonly ListedTicket[];
  declare leaving: ReadonlySet<string>;

  protected override readonly address: DeskAddress<ListView> = {
    page: 'tickets',
    views: [...viewGroups.work, ...viewGroups.later, 'search'],
    id: /^M-[0-9A-Z]{4,10}$/,
  };
  protected override readonly changeEvent = 'mado-ticket-changed';

  protected readonly around = new ListSurroundings(this, () => this.api());
  protected readonly focusIn = new ListFocus(this);
  protected readonly live = new LiveStream(this, {
    changed: (event) => this.#hear(event),
    minutePassed: () => this.requestUpdate(),
  });
  /** What somebody else changed since it was last looked at. */
  protected readonly changed = new Set<string>();
  #refreshing = new AbortController();
  #soon: ReturnType<typeof setTimeout> | undefined;
  #refreshedAt = 0;

  constructor() {
    super();
    this.arrivals = [];
    this.leaving = new Set();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#refreshing.abort();
  }

  /** Whether somebody is at work on lines of the list: nothing is put above them then. */
  protected abstract get isBusy(): boolean;

  protected get references(): string[] {
    return (this.items ?? []).map(({ reference }) => reference);
  }

  protected override async load({ view, filters, after }: DeskQuery<ListView>, until: AbortSignal) {
    const on = after ? { after } : {};
    if (view !== 'search') {
      const query = { view, ...filtersIn(filters), ...on };
      const { tickets, next } = await (await this.api(until).tickets.$get({ query })).json();
      return { items: tickets, next };
    }
    const q = filters['q'] ?? '';
    if (!q) return { items: [], next: null };
    const search = async (from: { after?: string }) =>
      (await this.api(until).desk.search.$get({ query: { q, ...from } })).json();
    let page = await search(on);
    // The search looks on for a while only: where it has found nothing yet, it goes on from there.
    while (page.results.length === 0 && page.next) page = await search({ after: page.next });
    return { items: page.results.map(({ ticket, excerpt }) => ({ ...ticket, excerpt })), next: page.next };
  }

  protected override leave(): void {
    super.leave();
    this.#refreshing.abort();
    this.arrivals = [];
    this.leaving = new Set();
  }

  protected override async fetch(after?: string): Promise<void> {
    this.#refreshing.abort();
    if (!after) this.arrivals = [];
    await super.fetch(after);
    if (!this.items || !this.isConnected) return;
    this.#refreshedAt = Date.now();
    this.live.begin();
    if (!after) await this.#count();
  }

  async #count(): Promise<void> {
    await this.around.fetch();
    const count = this.around.counts?.['to-answer'] ?? 0;
    if (this.isConnected) fire(this, 'mado-desk-count', { count });
  }

  #hear(event?: { reference: string; version: number }): void {
    const shown = event && this.items?.find(({ reference }) => reference === event.reference);
    // The version is known where it was this person who made the change.
    if (shown && shown.version >= event.version) return;
    if (shown && shown.reference !== this.place.id) this.changed.add(shown.reference);
    const wait = Math.max(gatherMs, this.#refreshedAt + restMs - Date.now());
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      // Whoever looks at the page is told by the stream's own note when it does not get through.
      void this.#follow().catch((error: unknown) => this.explain(error));
    }, wait);
  }

  /** After a change of one's own: what does not get through is said. Of what was put back, all is shown at once. */
  protected override async refresh(isAllShown = false): Promise<void> {
    if (!this.items) return this.fetch();
    this.problem = '';
    try {
      await this.#follow(isAllShown);
      this.announcement = deskMessages[this.language].shown(this.items.length);
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  /** Takes up what the list has become, as far as it is loaded. */
  async #follow(isAllShown = false): Promise<void> {
    this.#refreshing.abort();
    this.#refreshing = new AbortController();
    const { signal } = this.#refreshing;
    try {
      const { items: fresh, next } = await this.#reload(signal);
      this.#refreshedAt = Date.now();
      if (signal.aborted || !this.items) return;
      const { items, arrivals, gone } = merged(this.items, fresh, (item) => this.idOf(item));
      await this.#seeOff(gone);
      if (signal.aborted) return;
      const isTop = isAllShown || (arrivals.length > 0 && this.focusIn.isUndisturbed && !this.isBusy);
      this.focusIn.keep(() => {
        this.items = isTop ? fresh : items;
        this.arrivals = isTop ? [] : arrivals;
      });
      this.next = next;
      await this.#count();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #reload(signal: AbortSignal) {
    const { view, filters } = this.place;
    const items: ListedTicket[] = [];
    let next: string | null = null;
    do {
      const page = await this.load({ view, filters, ...(next ? { after: next } : {}) }, signal);
      items.push(...page.items);
      next = page.next;
    } while (next && items.length < (this.items?.length ?? 0));
    return { items, next };
  }

  async #seeOff(gone: readonly string[]): Promise<void> {
    if (gone.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.leaving = new Set(gone);
    await new Promise((resolve) => setTimeout(resolve, leaveMs));
    this.leaving = new Set();
  }

  /** Shows what has come, from the top. */
  protected async showArrivals(): Promise<void> {
    await this.fetch();
    await this.updateComplete;
    this.focusIn.toFirst();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.place.id) this.changed.delete(this.place.id);
  }

  protected override idOf({ reference }: ListedTicket): string {
    return reference;
  }
}
