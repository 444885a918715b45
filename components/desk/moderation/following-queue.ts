import type { PropertyDeclarations } from 'lit';
import type { Reviewable, ReviewableFilter } from '../../../api/moderation/contract.ts';
import { fire } from '../../events.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import { type DeskAddress, type DeskPlace, hrefOf } from '../desk-place.ts';
import { merged } from '../tickets/merged.ts';
import type { MadoDeskReviewable } from './mado-desk-reviewable.ts';
import { queueViews, type QueueView } from './messages.ts';
import { QueueWatch } from './queue-watch.ts';

/**
 * The moderators' queue as it becomes: what others decide goes by itself, what is new waits above the list until somebody
 * wants it, and what was looked at is known as it was then.
 * @fires mado-desk-count
 */
export abstract class FollowingQueue extends DeskList<Reviewable, QueueView> {
  static override properties: PropertyDeclarations = {
    ...DeskList.properties,
    arrivals: { state: true },
  };

  /** What has come and is not shown yet, so that nothing moves. */
  declare arrivals: readonly Reviewable[];

  protected override readonly address: DeskAddress<QueueView> = {
    page: 'moderation',
    views: [...queueViews] as [QueueView, ...QueueView[]],
    id: /^[0-9a-zA-Z-]{1,40}$/,
  };
  protected override readonly changeEvent = 'mado-reviewable-changed';

  protected readonly watch = new QueueWatch(this, {
    count: async () => {
      const counts = await (await this.api().moderation.counts.$get()).json();
      if (this.isConnected) fire(this, 'mado-desk-count', { count: counts.pending });
      return counts;
    },
    changed: () => void this.follow().catch((error: unknown) => this.explain(error)),
  });
  /** What was looked at, as it was then. */
  readonly #seen = new Map<string, Reviewable>();
  /** What is on its way to being decided: no list shows it. */
  protected readonly leaving = new Set<string>();
  #following = new AbortController();

  constructor() {
    super();
    this.arrivals = [];
  }

  protected get ids(): string[] {
    return (this.items ?? []).map(({ id }) => id);
  }

  protected get detail(): MadoDeskReviewable | null {
    return this.querySelector('mado-desk-reviewable');
  }

  protected override idOf({ id }: Reviewable): string {
    return id;
  }

  /** Lines beside a member's page lead back into the queue. */
  protected override hrefOf(id: string | null, { view, filters }: DeskPlace<string> = this.place): string {
    return hrefOf(this.address.page, { view: view === 'member' ? 'pending' : view, id, filters });
  }

  protected override async load({ view, filters, after }: DeskQuery<QueueView>, until: AbortSignal) {
    const isState = view !== 'appeals' && view !== 'member';
    const query = {
      state: isState ? view : ('pending' as const),
      ...(view === 'appeals' ? { appealed: 'yes' as const } : {}),
      ...filtersIn(filters),
      ...(after ? { after } : {}),
    };
    const { reviewables, next } = await (await this.api(until).moderation.reviewables.$get({ query })).json();
    return { items: reviewables.filter(({ id }) => !this.leaving.has(id)), next };
  }

  protected override leave(): void {
    super.leave();
    this.#following.abort();
    this.arrivals = [];
  }

  protected override async fetch(after?: string): Promise<void> {
    this.#following.abort();
    if (!after) this.arrivals = [];
    await super.fetch(after);
  }

  protected override async refresh(): Promise<void> {
    if (!this.items) return this.fetch();
    try {
      await this.follow();
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  /** Takes up what the list has become, as far as it is loaded; what is new above it waits to be shown. */
  protected async follow(isAllShown = false): Promise<void> {
    this.#following.abort();
    this.#following = new AbortController();
    const { signal } = this.#following;
    const { view, filters } = this.place;
    const fresh: Reviewable[] = [];
    let next: string | null = null;
    try {
      do {
        const page = await this.load({ view, filters, ...(next ? { after: next } : {}) }, signal);
        fresh.push(...page.items);
        next = page.next;
      } while (next && fresh.length < (this.items?.length ?? 0));
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    if (signal.aborted || !this.items) return;
    const { items, arrivals, gone } = merged(this.items, fresh, (item) => this.idOf(item));
    this.items = isAllShown ? fresh : items;
    this.arrivals = isAllShown ? [] : arrivals;
    this.next = next;
    const { id } = this.place;
    if (id !== null && gone.includes(id)) void this.detail?.look();
  }

  protected showArrivals = async () => {
    await this.fetch();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.desk-tickets a')?.focus();
  };

  /** Whoever has it open knows how it is now. */
  protected learn = (item: Reviewable) => {
    this.#seen.set(item.id, item);
    this.items = this.items?.map((each) => (each.id === item.id && each.version <= item.version ? item : each)) ?? null;
  };

  protected itemOf(id: string | null): Reviewable | null {
    const listed = this.items?.find((item) => item.id === id);
    const seen = this.#seen.get(id ?? '');
    return listed && (!seen || listed.version >= seen.version) ? listed : (seen ?? null);
  }
}

/** The filters that an address names; the API refuses what is none. */
export function filtersIn(filters: Readonly<Record<string, string>>): Pick<ReviewableFilter, 'language' | 'kind'> {
  const { language, kind } = filters;
  return { ...(language ? { language } : {}), ...(kind ? { kind } : {}) } as Pick<
    ReviewableFilter,
    'language' | 'kind'
  >;
}
