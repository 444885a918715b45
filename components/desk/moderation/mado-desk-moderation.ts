import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { AppealAnswer, DecisionAction, Reviewable } from '../../../api/moderation/contract.ts';
import { type DeskPlace, hrefOf } from '../desk-place.ts';
import { bindShortcuts } from '../shortcuts.ts';
import { timeText } from '../time-text.ts';
import { Selection } from '../tickets/selection.ts';
import { DecidingQueue } from './deciding-queue.ts';
import { undoDecisions } from './decisions.ts';
import { type AskedAction, messages as dialogMessages } from './dialog-messages.ts';
import { titleOf } from './item-parts.ts';
import './mado-appeal-dialog.ts';
import './mado-desk-reviewable.ts';
import type { Way } from './mado-desk-reviewable.ts';
import './mado-to-ticket-dialog.ts';
import './mado-verdict-dialog.ts';
import './members/mado-member-standing.ts';
import { messages, type QueueView } from './messages.ts';
import { moderationKeys } from './moderation-keys.ts';
import { queueHead, saidLine } from './queue-head.ts';
import { queueRail } from './queue-rail.ts';
import { reviewableLine } from './reviewable-line.ts';
import './threads/mado-thread-dialog.ts';

/** What is asked before something is done. */
type Asked =
  | { kind: 'verdict'; action: AskedAction; items: readonly Reviewable[] }
  | { kind: 'appeal'; verdict: AppealAnswer['verdict']; item: Reviewable }
  | { kind: 'acts' | 'ticket'; item: Reviewable };

const asked: ReadonlySet<DecisionAction> = new Set(['reject', 'return', 'hide', 'remove']);
const bulkActions: readonly DecisionAction[] = ['approve', 'reject', 'return', 'ignore', 'hide', 'remove'];

/**
 * What moderators decide on: the urgent first, one thing after the other, by keyboard or pointer, one at a time or many.
 * @fires mado-desk-count
 */
export class MadoDeskModeration extends DecidingQueue {
  static override properties: PropertyDeclarations = {
    ...DecidingQueue.properties,
    asked: { state: true },
    isUnfolded: { state: true },
  };

  declare asked: Asked | null;
  declare isUnfolded: boolean;

  constructor() {
    super();
    this.asked = null;
    this.isUnfolded = false;
    bindShortcuts(this, moderationKeys, {
      next: () => this.#step(1),
      previous: () => this.#step(-1),
      approve: () => this.#key('approve'),
      reject: () => this.#key('reject'),
      return: () => this.#key('return'),
      ignore: () => this.#key('ignore'),
      hide: () => this.#key('hide'),
      remove: () => this.#key('remove'),
      undo: () => this.takeBack(),
      select: () => this.#select(),
      selectAll: () => this.#selectAll(),
      clear: () => {
        if (this.selection.size === 0) return false;
        this.selection = new Selection();
        return true;
      },
      thread: () => this.#openThread(),
      sanction: () => this.#open('sanction'),
      acts: () => this.#open('acts'),
      ticket: () => this.#open('ticket'),
    });
  }

  protected override get texts() {
    return messages[this.language];
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

  get #selected(): readonly Reviewable[] {
    return (this.items ?? []).filter(({ id }) => this.selection.has(id));
  }

  /** A key decides on what is selected, or on what somebody is at. */
  #key(action: DecisionAction): boolean {
    const current = this.itemOf(this.#current);
    const items = this.selection.size > 0 ? this.#selected : current ? [current] : [];
    if (items.length === 0) return false;
    this.#decideOn(items, action);
    return true;
  }

  #decideOn(items: readonly Reviewable[], action: DecisionAction): void {
    const [only] = items;
    if (items.length === 1 && only) {
      const { appeal, actions, claimedBy } = only;
      if (claimedBy && claimedBy.id !== this.account?.id && claimedBy.until > Date.now()) {
        const until = timeText(claimedBy.until, this.language, this.timeZone);
        const text = messages[this.language].claimedMeanwhile(titleOf(only, this.language), claimedBy.name, until);
        this.said = { text, mayUndo: false };
        return;
      }
      if (appeal && (action === 'approve' || action === 'reject')) {
        this.#answer(only, action === 'approve' ? 'reversed' : 'upheld');
        return;
      }
      // What was taken down is shown again by the same key.
      const meant = action === 'approve' && actions.includes('restore') ? 'restore' : action;
      if (!actions.includes(meant)) {
        const says = messages[this.language];
        this.said = { text: says.notAllowed(says.actions[action]), mayUndo: false };
        return;
      }
      action = meant;
    }
    if (asked.has(action)) this.asked = { kind: 'verdict', action: action as AskedAction, items };
    else this.decide(items, action);
  }

  #answer(item: Reviewable, verdict: AppealAnswer['verdict']): void {
    this.asked = { kind: 'appeal', verdict, item };
  }

  #openThread(): boolean {
    const href = this.detail?.threadHref;
    if (!href) return false;
    window.open(href, '_blank', 'noopener');
    return true;
  }

  /** Opens what is asked before something is done with what is open. */
  #open(way: Way): boolean {
    if (this.place.view === 'member') {
      return way === 'sanction' && (this.querySelector('mado-member-standing')?.sanction() ?? false);
    }
    const item = this.itemOf(this.place.id);
    if (!item || !this.detail) return false;
    if (way === 'sanction') return this.detail.sanction();
    if (!item.post) {
      this.said = { text: messages[this.language].noTicket, mayUndo: false };
      return true;
    }
    this.asked = { kind: way, item };
    return true;
  }

  #sanctioned = ({ detail: { text, sanction } }: CustomEvent<{ text: string; sanction: string | null }>) => {
    const undo = async () => {
      await this.api().moderation.sanctions[':id'].$delete({ param: { id: sanction ?? '' } });
      return 1;
    };
    this.did(text, sanction === null ? null : { items: [], undo });
  };

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

  protected override foot(): TemplateResult | typeof nothing {
    const items = this.#selected;
    if (items.length === 0) return nothing;
    const says = messages[this.language];
    const button = (action: DecisionAction) =>
      html`<button class="bulk-way" type="button" data-action=${action} @click=${() => this.#decideOn(items, action)}>
        ${says.actions[action]}
      </button>`;
    return html`<section class="bulk" aria-label=${says.selection}>
      <p class="bulk-head">
        <strong>${says.selected(items.length)}</strong>
        <button class="desk-link" type="button" @click=${this.#selectAll}>${says.selectAll}</button>
        <button class="desk-link" type="button" @click=${() => (this.selection = new Selection())}>
          ${says.clear}
        </button>
      </p>
      <div class="bulk-ways">
        ${bulkActions.filter((action) => items.some(({ actions }) => actions.includes(action))).map(button)}
      </div>
    </section>`;
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
      .decide=${(action: DecisionAction) => this.#onItem(id, (item) => this.#decideOn([item], action))}
      .answer=${(verdict: AppealAnswer['verdict']) => this.#onItem(id, (item) => this.#answer(item, verdict))}
      .open=${(way: Way) => this.#open(way)}
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
    ${this.asked ? keyed(this.asked, this.#dialog(this.asked)) : nothing}`;
  }

  #dialog(ask: Asked): TemplateResult {
    const { language, timeZone, categories, forum } = this;
    const end = () => {
      this.asked = null;
    };
    switch (ask.kind) {
      case 'verdict':
        return html`<mado-verdict-dialog
          .language=${language}
          .forum=${forum}
          .action=${ask.action}
          .items=${ask.items}
          .decide=${(verdict: { rule?: string; note?: string }) => this.decide(ask.items, ask.action, verdict)}
          @dialog-ended=${end}
        ></mado-verdict-dialog>`;
      case 'appeal':
        return html`<mado-appeal-dialog
          .language=${language}
          .item=${ask.item}
          .verdict=${ask.verdict}
          .answer=${(answer: AppealAnswer) => this.#sendAnswer(ask.item, answer)}
          @dialog-ended=${end}
        ></mado-appeal-dialog>`;
      case 'acts':
        return html`<mado-thread-dialog
          .language=${language}
          .timeZone=${timeZone}
          .categories=${categories}
          .forum=${forum}
          .post=${ask.item.post}
          .acted=${(text: string, result: { decision: string } | null) => {
            this.did(text, result && { items: [], undo: () => undoDecisions(this.api(), [result.decision]) });
            void this.detail?.look();
          }}
          @dialog-ended=${end}
        ></mado-thread-dialog>`;
      case 'ticket':
        return html`<mado-to-ticket-dialog
          .language=${language}
          .item=${ask.item}
          .move=${(note: string) => this.#toTicket(ask.item, note)}
          @dialog-ended=${end}
        ></mado-to-ticket-dialog>`;
    }
  }

  async #sendAnswer(item: Reviewable, answer: AppealAnswer): Promise<void> {
    const param = { id: item.appeal?.id ?? '' };
    await this.api().moderation.appeals[':id'].$put({ param, json: answer });
    this.pass(new Set([item.id]));
    const says = dialogMessages[this.language].appeal;
    const history = async () =>
      (await (await this.api().moderation.reviewables[':id'].$get({ param: { id: item.id } })).json()).history;
    // The answer is a decision like others; its id stands in the history.
    const undo = async () => {
      const decision = (await history()).findLast(
        ({ action }) => action === 'uphold' || action === 'reverse',
      )?.decisionId;
      return undoDecisions(this.api(), decision ? [decision] : []);
    };
    this.did(says.done[answer.verdict](titleOf(item, this.language)), { items: [item.id], undo });
  }

  async #toTicket(item: Reviewable, note: string): Promise<void> {
    const param = { id: item.post?.id ?? '' };
    const json = { version: item.version, ...(note ? { note } : {}) };
    const { reference, decision } = await (
      await this.api().moderation.posts[':id'].ticket.$post({ param, json })
    ).json();
    this.pass(new Set([item.id]));
    const undo = () => undoDecisions(this.api(), [decision]);
    this.did(dialogMessages[this.language].ticket.done(reference), { items: [item.id], undo });
  }
}

customElements.define('mado-desk-moderation', MadoDeskModeration);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-moderation': MadoDeskModeration;
  }
}
