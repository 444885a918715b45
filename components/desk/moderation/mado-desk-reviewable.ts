import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { AppealAnswer, DecisionAction, Reviewable, ReviewableDetail } from '../../../api/moderation/contract.ts';
import { fire } from '../../events.ts';
import { DeskDetail } from '../desk-detail.ts';
import { timeText } from '../time-text.ts';
import { ClaimKeeper } from './claim-keeper.ts';
import { type Acting, itemActs, itemAppeal, type Way } from './item-acts.ts';
import { type ItemContext, eventText, itemFacts, itemHistory, itemPost, itemReasons, titleOf } from './item-parts.ts';
import { messages as itemMessages } from './item-messages.ts';
import { wordsFound } from './found-text.ts';
import { markFound } from './mark-found.ts';
import './members/mado-member-standing.ts';
import './threads/mado-thread-context.ts';

/** What the list knows of it is shown at once; how its author stands and what happened come after. */
type Shown = Reviewable & Partial<Pick<ReviewableDetail, 'standing' | 'history'>>;

/**
 * One thing of the moderators' queue: what was posted, why it is here, who wrote it, what happened to it. Whoever looks at
 * it has it to themselves for a while.
 * @fires mado-reviewable-changed
 */
export class MadoDeskReviewable extends DeskDetail<Shown> {
  static override properties: PropertyDeclarations = {
    listed: { attribute: false },
    decide: { attribute: false },
    answer: { attribute: false },
    open: { attribute: false },
    undo: { attribute: false },
    learn: { attribute: false },
    note: { state: true },
    threadPage: { state: true },
  };

  /** As the list has it. */
  declare listed: Reviewable | null;
  declare decide: (action: DecisionAction) => void;
  declare answer: (verdict: AppealAnswer['verdict']) => void;
  declare open: (way: Way) => void;
  declare undo: (decision: string) => void;
  /** Told how it is now. */
  declare learn: (item: Reviewable) => void;
  /** What somebody else did to it meanwhile. */
  declare note: string;
  /** The page of its thread on which the post stands, once that is known. */
  declare threadPage: number;

  readonly #claim = new ClaimKeeper(this, {
    api: (until) => this.api(until),
    claimed: (item) => this.#take(item),
    refused: () => void this.look(),
  });
  #freeing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.listed = null;
    this.note = '';
    this.threadPage = 1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#freeing);
    markFound(null, []);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('itemId')) {
      // The list was fetched, and it has changed.
      if (this.listed && this.item && this.listed.version > this.item.version) void this.look();
      return;
    }
    this.note = '';
    this.threadPage = 1;
    clearTimeout(this.#freeing);
    if (this.listed?.id === this.itemId) this.item = this.listed;
    if (this.item && this.item.state !== 'pending') this.#claim.leave();
    else this.#claim.hold(this.itemId);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('itemId') && this.item) this.#lead();
    markFound(this.querySelector('.item-post > .post-body'), this.item ? wordsFound(this.item.reasons) : []);
  }

  protected override load(id: string, until: AbortSignal) {
    return this.api(until).moderation.reviewables[':id'].$get({ param: { id } });
  }

  protected override arrive(): void {
    if (this.item) this.learn(this.item);
    this.#watchClaim();
    // The focus stays where somebody has put it meanwhile.
    if (document.activeElement === document.body) this.#lead();
  }

  #lead(): void {
    if (document.querySelector('dialog:modal')) return;
    this.querySelector<HTMLElement>('.ticket-title')?.focus({ preventScroll: true });
    // What was read before may have been longer.
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  protected override tell(id: string): void {
    fire(this, 'mado-reviewable-changed', { id });
  }

  /** It was decided: nothing is held any more. */
  letGo(): void {
    this.#claim.forget();
  }

  /** Fetches it as it is now; says what somebody else has done. */
  async look(): Promise<void> {
    const before = this.item;
    const id = this.itemId;
    try {
      const item = await (await this.load(id, AbortSignal.timeout(20_000))).json();
      if (id !== this.itemId) return;
      this.item = item;
      this.learn(item);
      this.#watchClaim();
      if (before && item.version > before.version) this.note = this.#whatHappened(item);
    } catch (error) {
      if (id === this.itemId) this.problem = this.explain(error);
    }
  }

  #whatHappened({ history }: ReviewableDetail): string {
    const says = itemMessages[this.language];
    const latest = history.at(-1);
    if (!latest || (latest.by !== null && latest.by === this.account?.name)) return '';
    if (latest.by === null) return says.changedBySomething;
    return says.changed(latest.by, eventText(latest.action, this.language));
  }

  #take(item: Reviewable): void {
    if (this.item?.id !== item.id) return;
    this.item = { ...this.item, claimedBy: item.claimedBy };
    if (item.version > this.item.version) void this.look();
  }

  get #isOthers(): boolean {
    const claim = this.item?.claimedBy;
    return claim != null && claim.id !== this.account?.id && claim.until > Date.now();
  }

  /** Looks again when somebody else’s claim ends. */
  #watchClaim(): void {
    clearTimeout(this.#freeing);
    const claim = this.item?.claimedBy;
    if (!claim || claim.id === this.account?.id) return;
    this.#freeing = setTimeout(() => void this.look(), Math.max(claim.until - Date.now(), 1000) + 500);
  }

  get #context(): ItemContext {
    const { language, timeZone, categories, forum } = this;
    return { language, timeZone, categories, forum };
  }

  protected override shown(item: Shown): TemplateResult {
    const says = itemMessages[this.language];
    return html`<article class="conversation item">
      <header class="ticket-header">
        <h2 class="ticket-title" tabindex="-1" lang=${item.post ? item.language : this.language}>
          ${titleOf(item, this.language)}
        </h2>
        ${itemFacts(item, this.#context)} ${this.#claimed(item, false)}
        <p class="item-note" role="status">${this.note}</p>
        ${item.appeal ? nothing : itemActs(item, this.#acting)}
      </header>
      <div class="ticket-main">
        ${itemAppeal(item, this.#acting)} ${itemReasons(item, this.#context)} ${itemPost(item, this.#context)}
        ${
          item.post
            ? html`<section class="item-context" aria-labelledby="item-context">
                <h3 id="item-context">${says.context}</h3>
                <mado-thread-context
                  .language=${this.language}
                  .timeZone=${this.timeZone}
                  .spoken=${item.language}
                  .post=${item.post}
                  .found=${(page: number) => (this.threadPage = page)}
                ></mado-thread-context>
              </section>`
            : nothing
        }
      </div>
      <aside class="ticket-side">
        ${
          item.standing
            ? html`<mado-member-standing
                .language=${this.language}
                .timeZone=${this.timeZone}
                .forum=${this.forum}
                .spoken=${item.language}
                .standing=${item.standing}
              ></mado-member-standing>`
            : nothing
        }
        ${itemHistory(item.history, this.#context, (decision) => this.undo(decision))} ${this.#claimed(item, true)}
      </aside>
    </article>`;
  }

  /** Who has it; that one has it oneself stands where nothing moves by it. */
  #claimed({ claimedBy, state }: Shown, isOwn: boolean) {
    if (!claimedBy || claimedBy.until <= Date.now() || state !== 'pending') return nothing;
    if (isOwn !== (claimedBy.id === this.account?.id)) return nothing;
    const says = itemMessages[this.language];
    const until = timeText(claimedBy.until, this.language, this.timeZone);
    return isOwn
      ? html`<p class="item-mine">${says.mine(until)}</p>`
      : html`<p class="item-claimed">${says.claimed(claimedBy.name, until)}</p>`;
  }

  get #acting(): Acting {
    const { language, timeZone, threadHref, decide, answer, open } = this;
    return { language, timeZone, threadHref, decide, answer, open, isTaken: this.#isOthers };
  }

  /** The address of the post in its thread. */
  get threadHref(): string | null {
    const { item } = this;
    if (!item?.post) return null;
    const page = this.threadPage > 1 ? `?page=${this.threadPage}` : '';
    return `/${item.language}/forum/${item.post.thread}/${page}#post-${item.post.id}`;
  }

  /** Opens what is asked before a sanction; `false` where nobody can be sanctioned. */
  sanction(): boolean {
    return this.querySelector('mado-member-standing')?.sanction() ?? false;
  }
}

customElements.define('mado-desk-reviewable', MadoDeskReviewable);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-reviewable': MadoDeskReviewable;
  }
}
