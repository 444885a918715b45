import type { PropertyDeclarations, PropertyValues } from 'lit';
import { ApiProblem } from '../../../api/client.ts';
import type { DecisionAction, Reviewable } from '../../../api/moderation/contract.ts';
import { placeIn } from '../desk-place.ts';
import { Selection } from '../tickets/selection.ts';
import { type Deed, sendDecision, undoDecisions } from './decisions.ts';
import { FollowingQueue } from './following-queue.ts';
import { titleOf } from './item-parts.ts';
import type { Verdict } from './mado-verdict-dialog.ts';
import { messages } from './messages.ts';
import { refusedText } from './refused-text.ts';
import { doneText } from './ways.ts';

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
 */
export abstract class DecidingQueue extends FollowingQueue {
  static override properties: PropertyDeclarations = {
    ...FollowingQueue.properties,
    selection: { state: true },
    said: { state: true },
  };

  declare selection: Selection;
  declare said: Said | null;
  readonly #deeds: Deed[] = [];
  #sending: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.selection = new Selection();
    this.said = null;
  }

  protected override leave(): void {
    super.leave();
    this.selection = new Selection();
  }

  protected goTo(id: string | null): void {
    location.hash = this.hrefOf(id);
    // Keys that follow at once mean the next one: the browser tells of the new address only later.
    if (id !== null) this.place = placeIn(location.hash, this.address);
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
    for (const id of ids) this.leaving.add(id);
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
        for (const id of ids) this.leaving.delete(id);
      }
    }, messages[this.language].notSent);
  }

  async #send(items: readonly Reviewable[], action: DecisionAction, verdict: Verdict): Promise<void> {
    const { ids, decided, refused } = await sendDecision(this.api(), items, action, verdict);
    for (const { id } of items) this.leaving.delete(id);
    const first = items.find(({ id }) => decided.includes(id));
    if (first) this.#deeds.push({ items: decided, undo: () => undoDecisions(this.api(), ids) });
    const about = first && { item: first, title: titleOf(first, this.language), count: decided.length };
    const done = about ? [doneText(action, about, this.language)] : [];
    const why = refused.length > 0 ? [await refusedText(this.api(), refused, this)] : [];
    const look = refused.length === 1 ? refused[0]?.id : undefined;
    this.said = {
      text: [...done, ...why].join(this.language === 'ja' ? '' : ' '),
      mayUndo: first !== undefined,
      ...(look ? { look } : {}),
    };
    void this.watch.ask();
    if (refused.length > 0) await this.follow(true);
    else if (this.next && this.ids.length < fewItems) await this.fetch(this.next);
  }

  #putBack(before: readonly Reviewable[], ids: ReadonlySet<string>): void {
    const shown = new Set(this.ids);
    const known = new Set(before.map(({ id }) => id));
    const added = (this.items ?? []).filter(({ id }) => !known.has(id));
    this.items = [...before.filter(({ id }) => shown.has(id) || ids.has(id)), ...added];
  }

  /** One thing after the other; what fails is said, and stops nothing. */
  #then(act: () => Promise<void>, failed = ''): void {
    this.#sending = this.#sending.then(act).catch((error: unknown) => {
      this.said = null;
      const why = this.explain(error);
      this.problem = why && [why, failed].filter(Boolean).join(this.language === 'ja' ? '' : ' ');
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
    if (this.#deeds.length === 0 && this.leaving.size === 0) return false;
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
    await this.follow(true);
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
