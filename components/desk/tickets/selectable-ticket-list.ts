import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { fire } from '../../events.ts';
import { messages as bulkMessages } from './bulk-messages.ts';
import { type BulkResults, sendBulk, undoBulk } from './bulk-requests.ts';
import type { Done } from './list-news.ts';
import { LiveTicketList } from './live-ticket-list.ts';
import type { BulkChange } from './mado-desk-bulk.ts';
import './mado-desk-bulk.ts';
import { Selection } from './selection.ts';

/** How long it is said that something was done which cannot be undone. */
const saidMs = 8000;

/** A list of tickets of which many can be changed at once; what was done can be undone for as long as that is shown. */
export abstract class SelectableTicketList extends LiveTicketList {
  static override properties: PropertyDeclarations = {
    ...LiveTicketList.properties,
    selection: { state: true },
    done: { state: true },
    isSending: { state: true },
  };

  declare selection: Selection;
  declare done: Done | null;
  declare isSending: boolean;
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.selection = new Selection();
    this.done = null;
    this.isSending = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#fading);
  }

  /** Whether somebody may change tickets; those without a role are told by the API. */
  protected get mayChange(): boolean {
    return !this.account || this.account.role === 'owner' || this.account.role === 'agent';
  }

  protected override get isBusy(): boolean {
    return this.selection.size > 0;
  }

  protected override leave(): void {
    super.leave();
    this.selection = new Selection();
    if (!this.done?.undo) this.done = null;
  }

  protected select(reference: string, isRange = false): void {
    this.selection = this.selection.toggled(reference, this.references, isRange);
  }

  /** Changes what is selected; what was refused stays so. */
  protected async change(change: BulkChange): Promise<void> {
    const tickets = (this.items ?? []).filter(({ reference }) => this.selection.has(reference));
    if (tickets.length === 0 || this.isSending) return;
    await this.#run(
      () => sendBulk(this.api(), tickets, change),
      ({ changed, refused, undo }) => {
        const { from } = this.selection;
        this.selection = new Selection(
          refused.map(({ reference }) => reference),
          from,
        );
        const overtaken = refused.filter(({ problem }) => problem === 'state-changed').length;
        const text = bulkMessages[this.language].result(changed.length, overtaken, refused.length - overtaken);
        return { text, undo: undo.length > 0 ? () => this.#undo(undo) : null };
      },
    );
    if (change.addTags) this.around.forget();
  }

  #undo(ids: readonly string[]): Promise<void> {
    return this.#run(
      () => undoBulk(this.api(), ids),
      ({ changed, refused }) => {
        return { text: bulkMessages[this.language].undone(changed.length, refused.length), undo: null };
      },
      true,
    );
  }

  /** Sends a change of many, says what came of it, and takes it up. */
  async #run(send: () => Promise<BulkResults>, say: (results: BulkResults) => Done, isUndoing = false): Promise<void> {
    const before = this.done;
    this.isSending = true;
    this.problem = '';
    this.done = null;
    try {
      const results = await send();
      this.done = say(results);
      this.#tellOpen(results.changed);
      await this.refresh(isUndoing);
    } catch (error) {
      this.problem = this.explain(error);
      // What was done before can still be undone.
      this.done ??= before;
    } finally {
      this.isSending = false;
    }
  }

  /** What is open beside the list was changed with others: it is told as if the stream had said so. */
  #tellOpen(changed: readonly string[]): void {
    const open = this.items?.find(({ reference }) => reference === this.place.id);
    if (!open || !changed.includes(open.reference)) return;
    const { reference, version, state } = open;
    fire(document, 'mado-live-ticket', { reference, ticketVersion: version + 1, state });
  }

  protected readonly selectAll = () => {
    this.selection = new Selection(this.references);
  };

  /** Does something that the API may refuse, and says so. */
  protected async try(act: () => Promise<void>): Promise<void> {
    this.problem = '';
    try {
      await act();
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  /** Undoes what was done last, if it can be. */
  protected readonly takeBack = () => {
    const undo = this.done?.undo;
    if (!undo || this.isSending) return false;
    return undo();
  };

  /** What can be done with what is selected: below, so that nothing moves as the first is. */
  protected override foot() {
    const selected = (this.items ?? []).filter(({ reference }) => this.selection.has(reference));
    if (selected.length === 0) return nothing;
    return html`<mado-desk-bulk
      .language=${this.language}
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
    ></mado-desk-bulk>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('items')) this.selection = this.selection.within(this.references);
  }

  /** Where the bar with what can be done has gone, and the focus with it, leads back to the line. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('done')) this.#fade();
    const before = changed.get('selection');
    const isGone = before && before.size > 0 && this.selection.size === 0;
    const wasDone = changed.get('done') && !this.done;
    if ((isGone || wasDone) && document.activeElement === document.body) this.focusIn.to(this.selection.from);
  }

  #fade(): void {
    clearTimeout(this.#fading);
    if (!this.done || this.done.undo) return;
    this.#fading = setTimeout(() => {
      this.done = null;
    }, saidMs);
  }
}
