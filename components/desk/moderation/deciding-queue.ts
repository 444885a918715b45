import type { PropertyDeclarations, PropertyValues } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { DecisionAction, Reviewable, ReviewableFilter } from '../../../api/moderation/contract.ts';
import { fire } from '../../events.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import { type DeskAddress, type DeskPlace, hrefOf } from '../desk-place.ts';
import { merged } from '../tickets/merged.ts';
import { Selection } from '../tickets/selection.ts';
import { type Deed, sendDecision, undoDecisions } from './decisions.ts';
import { titleOf } from './item-parts.ts';
import type { MadoDeskReviewable } from './mado-desk-reviewable.ts';
import type { Verdict } from './mado-verdict-dialog.ts';
import { messages, queueViews, type QueueView } from './messages.ts';
import { QueueWatch } from './queue-watch.ts';
import { refusedText } from './refused-text.ts';

/** What was done, or why it was not. */
export interface Said {
  text: string;
  mayUndo: boolean;
  /** Which of the queue to look at. */
  look?: string;
}

/** With fewer left than that, what follows is fetched. */
const fewItems = 5;

/**
 * The moderators' queue as something that is worked off: what is decided leaves it, and the next is there at once, before
 * the API has answered. What is refused comes back, with who was first. Everything is undone in turn.
 * @fires mado-desk-count
 */
export abstract class DecidingQueue extends DeskList<Reviewable, QueueView> {
  static override properties: PropertyDeclarations = {
    ...DeskList.properties,
    selection: { state: true },
    said: { state: true },
    arrivals: { state: true },
  };

  declare selection: Selection;
  declare said: Said | null;
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
    changed: () => void this.#follow().catch((error: unknown) => this.explain(error)),
  });
  /** What was looked at, as it was then. */
  readonly #seen = new Map<string, Reviewable>();
  /** What is on its way to being decided: no list shows it. */
  readonly #leaving = new Set<string>();
  readonly #deeds: Deed[] = [];
  #sending: Promise<void> = Promise.resolve();
  #following = new AbortController();

  constructor() {
    super();
    this.selection = new Selection();
    this.said = null;
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
    return { items: reviewables.filter(({ id }) => !this.#leaving.has(id)), next };
  }

  protected override leave(): void {
    super.leave();
    this.#following.abort();
    this.arrivals = [];
    this.selection = new Selection();
  }

  protected override async fetch(after?: string): Promise<void> {
    this.#following.abort();
    if (!after) this.arrivals = [];
    await super.fetch(after);
  }

  protected override async refresh(): Promise<void> {
    if (!this.items) return this.fetch();
    try {
      await this.#follow();
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  /** Takes up what the list has become, as far as it is loaded; what is new above it waits to be shown. */
  async #follow(isAllShown = false): Promise<void> {
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

  protected goTo(id: string | null): void {
    location.hash = this.hrefOf(id);
  }

  /** What comes after some of the list, or before them at its end. */
  #besides(ids: ReadonlySet<string>): string | null {
    const all = this.ids;
    const last = all.findLastIndex((id) => ids.has(id));
    const left = (id: string) => !ids.has(id);
    return all.slice(last + 1).find(left) ?? all.slice(0, Math.max(last, 0)).findLast(left) ?? null;
  }

  /** Takes things off the list, and goes on to the next where one of them was open. */
  protected pass(ids: ReadonlySet<string>): void {
    const { id: open } = this.place;
    const next = this.#besides(ids);
    if (open !== null && ids.has(open)) {
      this.detail?.letGo();
      this.goTo(next);
    }
    this.items = this.items?.filter(({ id }) => !ids.has(id)) ?? null;
    this.selection = this.selection.within(this.ids);
  }

  /** Decides on things as they were seen; the next one is there before the answer. */
  protected decide(items: readonly Reviewable[], action: DecisionAction, verdict: Verdict = {}): void {
    const ids = new Set(items.map(({ id }) => id));
    const before = this.items ?? [];
    const { id: open } = this.place;
    for (const id of ids) this.#leaving.add(id);
    this.problem = '';
    this.pass(ids);
    this.#then(async () => {
      try {
        await this.#send(items, action, verdict);
      } catch (error) {
        this.#putBack(before, ids);
        if (open !== null && ids.has(open)) this.goTo(open);
        throw error;
      } finally {
        for (const id of ids) this.#leaving.delete(id);
      }
    });
  }

  async #send(items: readonly Reviewable[], action: DecisionAction, verdict: Verdict): Promise<void> {
    const says = messages[this.language];
    const { ids, decided, refused } = await sendDecision(this.api(), items, action, verdict);
    for (const { id } of items) this.#leaving.delete(id);
    const first = items.find(({ id }) => decided.includes(id));
    if (first) this.#deeds.push({ items: decided, undo: () => undoDecisions(this.api(), ids) });
    const done = first ? [says.done[action](titleOf(first, this.language), decided.length)] : [];
    const why = refused.length > 0 ? [await refusedText(this.api(), refused, this)] : [];
    const look = refused.length === 1 ? refused[0]?.id : undefined;
    this.said = {
      text: [...done, ...why].join(this.language === 'ja' ? '' : ' '),
      mayUndo: first !== undefined,
      ...(look ? { look } : {}),
    };
    void this.watch.ask();
    if (refused.length > 0) await this.#follow(true);
    else if (this.next && this.ids.length < fewItems) await this.fetch(this.next);
  }

  #putBack(before: readonly Reviewable[], ids: ReadonlySet<string>): void {
    const shown = new Set(this.ids);
    const known = new Set(before.map(({ id }) => id));
    const added = (this.items ?? []).filter(({ id }) => !known.has(id));
    this.items = [...before.filter(({ id }) => shown.has(id) || ids.has(id)), ...added];
  }

  /** One thing after the other; what fails is said, and stops nothing. */
  #then(act: () => Promise<void>): void {
    this.#sending = this.#sending.then(act).catch((error: unknown) => {
      this.said = null;
      this.problem = this.explain(error);
    });
  }

  /** Something else was done that can be undone. */
  protected did(text: string, deed: Deed | null): void {
    if (deed) this.#deeds.push(deed);
    this.said = { text, mayUndo: deed !== null };
    void this.watch.ask();
  }

  /** Undoes what was done last; of what is on its way, once it has arrived. */
  protected readonly takeBack = () => {
    if (this.#deeds.length === 0 && this.#leaving.size === 0) return false;
    this.#then(() => this.#undoLast());
    return true;
  };

  async #undoLast(): Promise<void> {
    const says = messages[this.language];
    const deed = this.#deeds.pop();
    if (!deed) return;
    try {
      const count = await deed.undo();
      this.said = { text: deed.items.length > 0 ? says.undone(count) : says.undoneOther, mayUndo: false };
    } catch (error) {
      if (!(error instanceof ApiProblem && error.slug === 'state-changed')) {
        this.#deeds.push(deed);
        throw error;
      }
      this.said = { text: says.notUndone, mayUndo: false };
    }
    await this.#follow(true);
    void this.watch.ask();
    const back = this.ids.find((id) => deed.items.includes(id));
    if (back && back !== this.place.id) this.goTo(back);
    else void this.detail?.look();
  }

  /** Undoes a decision of the history, whoever made it. */
  protected undoDecision(id: string, item: string): void {
    this.#deeds.push({ items: [item], undo: () => undoDecisions(this.api(), [id]) });
    this.takeBack();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('items') && this.selection.size > 0) this.selection = this.selection.within(this.ids);
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
