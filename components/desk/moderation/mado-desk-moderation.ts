import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { AppealAnswer, DecisionAction, Reviewable } from '../../../api/moderation/contract.ts';
import { type DeskPlace, hrefOf } from '../desk-place.ts';
import { bindShortcuts } from '../shortcuts.ts';
import { Selection } from '../tickets/selection.ts';
import { AskingQueue } from './asking-queue.ts';
import type { Way } from './item-acts.ts';
import { titleOf } from './item-parts.ts';
import './mado-desk-reviewable.ts';
import './members/mado-member-standing.ts';
import { keepInSight } from './keep-in-sight.ts';
import { messages, type QueueView } from './messages.ts';
import { moderationKeys } from './moderation-keys.ts';
import { queueFoot } from './queue-foot.ts';
import { queueHead, saidLine } from './queue-head.ts';
import { queueRail } from './queue-rail.ts';
import { reviewableLine } from './reviewable-line.ts';

/**
 * What moderators decide on: the urgent first, one thing after the other, by keyboard or pointer, one at a time or many.
 * @fires mado-desk-count
 */
export class MadoDeskModeration extends AskingQueue {
  static override properties: PropertyDeclarations = {
    ...AskingQueue.properties,
    isUnfolded: { state: true },
  };

  declare isUnfolded: boolean;

  constructor() {
    super();
    this.isUnfolded = false;
    bindShortcuts(this, moderationKeys, {
      next: () => this.#step(1),
      previous: () => this.#step(-1),
      approve: () => this.#key('approve'),
      reject: () => this.#key('reject'),
      return: () => this.#key('return'),
      ignore: () => this.#key('ignore'),
      remove: () => this.#key('remove'),
      undo: () => this.takeBack(),
      select: () => this.#select(),
      selectAll: () => this.#selectAll(),
      selectAuthor: () => this.#selectAuthor(),
      clear: () => {
        if (this.selection.size === 0) return false;
        this.selection = new Selection();
        return true;
      },
      thread: () => this.#openThread(),
      edit: () => this.open('edit'),
      sanction: () => this.open('sanction'),
      acts: () => this.open('acts'),
      ticket: () => this.open('ticket'),
    });
  }

  protected override get texts() {
    const says = messages[this.language];
    // Where there is nothing, nothing can be chosen.
    return this.items?.length === 0 ? { ...says, choose: '' } : says;
  }

  /** The line with the focus, or else what is open. */
  get #current(): string | null {
    const row = document.activeElement?.closest<HTMLElement>('mado-desk-moderation .ticket-row');
    return row?.dataset['id'] ?? (this.place.view === 'member' ? null : this.place.id);
  }

  #step(by: 1 | -1): boolean {
    const { ids } = this;
    const from = ids.indexOf(this.#current ?? '');
    const next = from < 0 ? ids.at(by > 0 ? 0 : -1) : ids[from + by];
    if (next) this.goTo(next);
    else if (by > 0 && this.next) void this.fetch(this.next).then(() => this.#step(1));
    return next !== undefined;
  }

  #select(id = this.#current, isRange = false): boolean {
    if (id === null || !this.ids.includes(id)) return false;
    this.selection = this.selection.toggled(id, this.ids, isRange);
    return true;
  }

  #selectAll = () => {
    this.selection = new Selection(this.ids);
  };

  /** Everything that is shown of whoever wrote this one. */
  #selectAuthor(): boolean {
    const author = this.itemOf(this.#current)?.author.id;
    if (author === undefined) return false;
    const theirs = (this.items ?? []).filter((item) => item.author.id === author && item.appeal === null);
    this.selection = new Selection(theirs.map(({ id }) => id));
    return theirs.length > 0;
  }

  get #selected(): readonly Reviewable[] {
    return (this.items ?? []).filter(({ id }) => this.selection.has(id));
  }

  /** A key decides on what is selected, or on what somebody is at. */
  #key(action: DecisionAction): boolean {
    const current = this.itemOf(this.#current);
    const items = this.selection.size > 0 ? this.#selected : current ? [current] : [];
    if (items.length === 0) return false;
    this.decideOn(items, action);
    return true;
  }

  #openThread(): boolean {
    const href = this.detail?.threadHref;
    if (!href) return false;
    window.open(href, '_blank', 'noopener');
    return true;
  }

  #sanctioned = ({ detail: { text, sanction } }: CustomEvent<{ text: string; sanction: string | null }>) => {
    const undo = async () => {
      await this.api().moderation.sanctions[':id'].$delete({ param: { id: sanction ?? '' } });
      return 1;
    };
    this.did(text, sanction === null ? null : { items: [], undo });
  };

  /** What is open stays in sight in the list. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('place') && !changed.has('items')) return;
    if (changed.get('place')?.id === this.place.id && !changed.has('items')) return;
    keepInSight(this.querySelector('.desk-list'));
  }

  protected override rail(): TemplateResult {
    const { language, isUnfolded } = this;
    return queueRail({
      language,
      view: this.place.view,
      counts: this.watch.counts,
      isUnfolded,
      unfold: (isOpen) => {
        this.isUnfolded = isOpen;
      },
    });
  }

  protected override head(): TemplateResult {
    const { view, filters } = this.place;
    return queueHead({
      language: this.language,
      filters,
      choose: (chosen) => {
        location.hash = hrefOf('moderation', { view, filters: chosen });
      },
      arrivals: this.arrivals.length,
      isStale: this.watch.isStale,
      showArrivals: () => void this.showArrivals(),
    });
  }

  protected override row(item: Reviewable): TemplateResult {
    const { id } = item;
    return html`<li class="ticket-row" data-id=${id} ?data-selected=${this.selection.has(id)}>
      <label class="row-select"
        ><input
          type="checkbox"
          .checked=${this.selection.has(id)}
          aria-label=${messages[this.language].select(titleOf(item, this.language))}
          @click=${({ shiftKey }: MouseEvent) => this.#select(id, shiftKey)}
      /></label>
      ${this.link(item)}
    </li>`;
  }

  protected override line(item: Reviewable): TemplateResult {
    const { language, timeZone, account } = this;
    return reviewableLine(item, { language, timeZone, now: Date.now(), ownId: account?.id });
  }

  protected override foot() {
    const items = this.#selected;
    return queueFoot({
      language: this.language,
      items,
      decide: (action) => this.decideOn(items, action),
      selectAll: this.#selectAll,
      clear: () => {
        this.selection = new Selection();
      },
    });
  }

  protected override opened({ id, view }: DeskPlace<QueueView>): TemplateResult {
    if (view === 'member') {
      return html`<mado-member-standing
        .language=${this.language}
        .timeZone=${this.timeZone}
        .forum=${this.forum}
        .memberId=${id ?? ''}
        @member-changed=${this.#sanctioned}
      ></mado-member-standing>`;
    }
    return html`<mado-desk-reviewable
      .language=${this.language}
      .timeZone=${this.timeZone}
      .categories=${this.categories}
      .forum=${this.forum}
      .account=${this.account}
      .listed=${this.itemOf(id)}
      .decide=${(action: DecisionAction) => this.#onItem(id, (item) => this.decideOn([item], action))}
      .answer=${(verdict: AppealAnswer['verdict']) => this.#onItem(id, (item) => this.answerAppeal(item, verdict))}
      .open=${(way: Way) => this.open(way)}
      .undo=${(decision: string) => this.undoDecision(decision, id ?? '')}
      .learn=${this.learn}
      .itemId=${id ?? ''}
      @member-changed=${this.#sanctioned}
    ></mado-desk-reviewable>`;
  }

  #onItem(id: string | null, act: (item: Reviewable) => void): void {
    const item = this.itemOf(id);
    if (item) act(item);
  }

  protected override render(): TemplateResult {
    return html`${super.render()}
    ${saidLine({
      language: this.language,
      said: this.said,
      undo: this.takeBack,
      look: (id) => this.goTo(id),
      close: () => {
        this.said = null;
      },
    })}
    ${this.dialog()}`;
  }
}

customElements.define('mado-desk-moderation', MadoDeskModeration);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-moderation': MadoDeskModeration;
  }
}
