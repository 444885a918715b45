import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Colleagues } from '../../../api/desk/contract.ts';
import type { Ticket, TicketState } from '../../../api/tickets/contract.ts';
import { fire, type PortalEvents } from '../../events.ts';
import { DeskDetail } from '../desk-detail.ts';
import { bindShortcuts } from '../shortcuts.ts';
import { messages as conversationTexts } from './conversation-messages.ts';
import { messages } from './messages.ts';
import { bringNewestInSight } from './newest-in-sight.ts';
import { PresenceSignal } from './presence-signal.ts';
import { isChoice, ticketAct, type TicketActName } from './ticket-acts.ts';
import { ticketKeys } from './ticket-keys.ts';
import { type Moving, ticketMoves, ticketWays } from './ticket-moves.ts';
import { ticketAnswers, ticketFacts, ticketLinks, ticketOutcome } from './ticket-parts.ts';
import { leadToSide, presenceNotice, takeIt, ticketSide, undoNotice } from './ticket-side.ts';
import { ticketThread } from './ticket-thread.ts';
import { ticketWriting } from './ticket-writing.ts';

const nobody: Colleagues = { teams: [], agents: [], tags: [], channels: [] };

/**
 * One conversation at the desk: everything that happened in it, what can be done with it, and who its customer is.
 * @fires mado-ticket-changed
 */
export class MadoDeskTicket extends DeskDetail<Ticket> {
  static override properties: PropertyDeclarations = {
    colleagues: { state: true },
    act: { state: true },
    undo: { state: true },
  };

  declare colleagues: Colleagues;
  /** What is being done with the whole ticket. */
  declare act: TicketActName | null;
  declare undo: { id: string; text: string } | null;
  /** What has been shown from its newest on. */
  #opened = '';
  readonly #presence = new PresenceSignal(this, {
    put: async (reference, isWriting) => {
      const { presence } = this.api().desk;
      const answer = await presence[':reference'].$put({ param: { reference }, json: { isWriting } });
      return (await answer.json()).present;
    },
    leave: (reference) => this.api().desk.presence[':reference'].$delete({ param: { reference } }),
  });
  readonly #ways = {
    change: (call: (ticket: Ticket) => Promise<{ json(): Promise<Ticket> }>, done: string) => this.#change(call, done),
    move: (state: TicketState) => this.#move(state),
    latest: () => this.#latest(),
    offerUndo: (id: string, text: string) => {
      this.undo = { id, text };
    },
  };

  constructor() {
    super();
    this.colleagues = nobody;
    this.act = null;
    this.undo = null;
    bindShortcuts(this, ticketKeys, {
      take: () => !this.#isSelecting && takeIt(this),
      assignee: () => this.#begin('assignee'),
      handOver: () => this.#begin('hand-over'),
      state: () => this.#begin('state'),
      priority: () => this.#begin('priority'),
      tags: () => this.#begin('tags'),
      snooze: () => this.#begin('snooze'),
      spam: () => this.#begin('spam'),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('mado-live-ticket', this.#onLive);
    void this.#fetchColleagues();
    // Beside the conversation, which does not wait for it.
    import('../customers/mado-customer-history.ts').catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('mado-live-ticket', this.#onLive);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('itemId')) return;
    this.act = null;
    this.undo = null;
    this.#presence.attend(this.itemId);
  }

  protected override load(reference: string, until: AbortSignal) {
    return this.api(until).tickets[':reference'].$get({ param: { reference } });
  }

  protected override tell(reference: string): void {
    fire(this, 'mado-ticket-changed', { reference });
  }

  /** Who a ticket can be given to; without it, nobody is offered. */
  async #fetchColleagues(): Promise<void> {
    try {
      this.colleagues = await (await this.api().desk.colleagues.$get()).json();
    } catch {
      this.colleagues = nobody;
    }
  }

  #onLive = ({ detail }: CustomEvent<PortalEvents['mado-live-ticket']>) => {
    const { item } = this;
    // Of the version that is shown, too: a note changes none.
    if (item?.reference !== detail.reference || item.version > detail.ticketVersion || this.isSending) return;
    void this.#latest();
  };

  /** The ticket as it is now; whoever reads or writes stays where they are. */
  async #latest(): Promise<Ticket | null> {
    const { itemId } = this;
    try {
      const latest = await (await this.load(itemId, new AbortController().signal)).json();
      if (itemId !== this.itemId) return null;
      const isNew = latest.version > (this.item?.version ?? 0) || latest.notes.length > (this.item?.notes.length ?? 0);
      if (isNew) this.announcement = conversationTexts[this.language].updated;
      if (isNew && this.item) this.item = latest;
      await this.updateComplete;
      return latest;
    } catch {
      return null;
    }
  }

  /** What was added by oneself is seen. */
  async #change(...[call, done]: Parameters<typeof this.change>): Promise<boolean> {
    const before = this.#size;
    const isChanged = await this.change(call, done);
    if (isChanged && this.#size > before) bringNewestInSight(this);
    return isChanged;
  }

  get #size(): number {
    return (this.item?.messages.length ?? 0) + (this.item?.notes.length ?? 0);
  }

  /** At the title, with the newest of what was said in sight; where it was open already, at the title. */
  protected override arrive(): void {
    this.#toStart();
    if (this.#opened === this.itemId) return;
    this.#opened = this.itemId;
    bringNewestInSight(this);
  }

  #toStart(): void {
    window.scrollTo({ top: 0, behavior: 'instant' });
    super.arrive();
  }

  async #move(state: TicketState): Promise<boolean> {
    const says = messages[this.language];
    const param = { reference: this.itemId };
    const isMoved = await this.change(
      ({ version }) => this.api().tickets[':reference'].state.$put({ param, json: { state, version } }),
      says.moved(says.states[state]),
    );
    if (isMoved && this.itemId === param.reference) this.querySelector<HTMLElement>('.ticket-moves button')?.focus();
    return isMoved;
  }

  /** What the buttons below the title do. */
  readonly #moving: Moving = {
    move: (state) => void this.#move(state),
    toggle: (act) => (this.act === act ? void this.#end() : (this.act = act)),
    toSide: () => leadToSide(this),
  };

  /** Keys are for what is selected in the list, as long as something is. */
  get #isSelecting(): boolean {
    return document.querySelector('mado-desk-bulk') !== null;
  }

  #begin(act: TicketActName): boolean {
    if (this.item?.mergedInto !== null || this.#isSelecting) return false;
    this.act = act;
    return true;
  }

  /** Leads back to the button that began it, or to the title where it is not shown. */
  async #end(): Promise<void> {
    const { act } = this;
    this.act = null;
    await this.updateComplete;
    const button = this.querySelector<HTMLElement>(`[data-act="${act}"]`);
    (button?.checkVisibility() ? button : this.querySelector<HTMLElement>('.ticket-title'))?.focus();
  }

  async #undo(): Promise<void> {
    const id = this.undo?.id ?? '';
    this.undo = null;
    const says = conversationTexts[this.language];
    await this.change(async () => {
      const { changed } = await (await this.api().tickets.changes[':id'].undo.$post({ param: { id } })).json();
      this.undo = changed.length > 0 ? null : { id: '', text: says.notUndone };
      return this.load(this.itemId, new AbortController().signal);
    }, says.undone);
    this.querySelector<HTMLElement>('.ticket-title')?.focus();
  }

  /** Names of categories and articles, by what the history knows them by. */
  #nameOf = (id: string): string => {
    const category = this.categories.find(({ slug }) => slug === id);
    return category?.name[this.language] ?? this.item?.articles.find(({ url }) => url === id)?.title ?? id;
  };

  protected override shown(ticket: Ticket): TemplateResult {
    const { language, timeZone } = this;
    const acting = this.act ? ticketAct(this.act, this, ticket, this.#ways, () => void this.#end()) : nothing;
    // Where the ways to choose are in sight, what is chosen is beside them.
    const isBelow = isChoice(this.act) && this.querySelector('.ticket-ways')?.checkVisibility();
    return html`<article class="ticket conversation">
      <header class="ticket-header">
        <h2 class="ticket-title" lang=${ticket.language} tabindex="-1">${ticket.subject}</h2>
        ${ticketLinks(ticket, language)} ${ticketFacts(ticket, language, timeZone)}
        ${ticketMoves(this, ticket, this.#moving)} ${presenceNotice(this.#presence.present, language)}
        ${undoNotice(this.undo, language, () => void this.#undo())} ${isBelow ? nothing : acting}
      </header>
      <div class="ticket-main">
        ${ticketWays(this, this.#moving.toggle, isBelow ? acting : nothing)} ${ticketAnswers(ticket, language)}
        ${ticketThread(ticket, { language, timeZone }, this.#nameOf)} ${ticketOutcome(ticket, language, timeZone)}
        ${ticket.mergedInto ? nothing : ticketWriting(this, ticket, this.#ways, this.#writing)}
      </div>
      ${ticketSide(this, ticket, this.#ways)}
    </article>`;
  }

  readonly #writing = {
    writing: (isWriting: boolean) => this.#presence.write(isWriting),
    toStart: () => this.#toStart(),
  };
}

customElements.define('mado-desk-ticket', MadoDeskTicket);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-ticket': MadoDeskTicket;
  }
}
