import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Colleagues } from '../../../api/desk/contract.ts';
import type { Priority, TicketState, TicketSummary } from '../../../api/tickets/contract.ts';
import type { BulkInput } from '../../../api/tickets/changes-contract.ts';
import { isConverting } from '../../search/composition.ts';
import { DeskElement } from '../desk-element.ts';
import { bindShortcuts } from '../shortcuts.ts';
import { messages } from './bulk-messages.ts';
import { bulkKeys } from './list-keys.ts';
import { messages as ticketMessages } from './messages.ts';
import { priorityTexts } from './priority-texts.ts';
import { snoozeNames, snoozeTexts, snoozeTime } from './snooze-times.ts';

/** What is changed of everything that is selected. */
export type BulkChange = Partial<Omit<BulkInput, 'tickets'>>;

const ways = ['assignee', 'team', 'state', 'priority', 'tags', 'snooze'] as const;
type Way = (typeof ways)[number];

const states: readonly TicketState[] = ['open', 'waiting', 'on-hold', 'solved', 'closed'];
const priorities: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];

/** What can be done with everything that is selected; its keys work while something is. */
export class MadoDeskBulk extends DeskElement {
  static override properties: PropertyDeclarations = {
    selected: { attribute: false },
    colleagues: { attribute: false },
    isSending: { attribute: false },
    change: { attribute: false },
    selectAll: { attribute: false },
    clear: { attribute: false },
    way: { state: true },
  };

  declare selected: readonly TicketSummary[];
  declare colleagues: Colleagues | null;
  declare isSending: boolean;
  declare change: (change: BulkChange) => void;
  declare selectAll: () => void;
  declare clear: () => void;
  /** What is being chosen. */
  declare way: Way | null;

  constructor() {
    super();
    this.selected = [];
    this.colleagues = null;
    this.isSending = false;
    this.way = null;
    bindShortcuts(this, bulkKeys, {
      mine: () => (this.account ? this.#do({ assignee: this.account.id }) : false),
      assignee: () => this.#choose('assignee'),
      team: () => this.#choose('team'),
      state: () => this.#choose('state'),
      priority: () => this.#choose('priority'),
      tags: () => this.#choose('tags'),
      snooze: () => this.#choose('snooze'),
      spam: () => this.#do({ state: 'spam' }),
      clear: () => (this.way ? this.#leave() : this.clear()),
    });
  }

  /** Opens the choice, and leads into it. */
  async #choose(way: Way): Promise<void> {
    this.way = way;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.bulk-choice :is(button, input)')?.focus();
  }

  /** Closes the choice, and leads back to where it was opened. */
  async #leave(): Promise<void> {
    const { way } = this;
    this.way = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus();
  }

  #do(change: BulkChange): void {
    if (this.isSending) return;
    this.change(change);
    if (this.way) void this.#leave();
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.way || isConverting(event)) return;
    event.preventDefault();
    void this.#leave();
  };

  protected override render(): TemplateResult {
    const says = messages[this.language];
    return html`<section class="bulk" aria-label=${says.label} @keydown=${this.#onKeydown}>
      <p class="bulk-head">
        <strong>${says.selected(this.selected.length)}</strong>
        <button class="desk-link" type="button" @click=${() => this.selectAll()}>${says.selectAll}</button>
        <button class="desk-link" type="button" @click=${() => this.clear()}>${says.clear}</button>
      </p>
      <div class="bulk-ways">
        ${ways.map(
          (way) =>
            html`<button
              class="bulk-way"
              type="button"
              data-way=${way}
              aria-expanded=${this.way === way}
              @click=${() => (this.way === way ? this.#leave() : this.#choose(way))}
            >
              ${says.ways[way]}
            </button>`,
        )}
        <button class="bulk-way" type="button" @click=${() => this.#do({ state: 'spam' })}>${says.ways.spam}</button>
      </div>
      ${this.way ? html`<div class="bulk-choice" role="group" aria-label=${says.ways[this.way]}>${this.#choice(this.way)}</div>` : nothing}
    </section>`;
  }

  #choice(way: Way) {
    const says = messages[this.language];
    switch (way) {
      case 'assignee':
        return this.#assignees();
      case 'team': {
        const teams = this.colleagues?.teams ?? [];
        if (teams.length === 0) return html`<p>${says.noTeams}</p>`;
        return html`${teams.map(({ id, name }) => this.#option(name, { team: id }))}
        ${this.#option(says.noTeam, { team: null })}`;
      }
      case 'state':
        return states.map((state) => this.#option(ticketMessages[this.language].states[state], { state }));
      case 'priority':
        return priorities.map((priority) => this.#option(priorityTexts[this.language][priority], { priority }));
      case 'tags':
        return this.#tags();
      case 'snooze':
        return html`${snoozeNames.map((name) => this.#snooze(name))} ${this.#option(says.wake, { snoozedUntil: null })}`;
    }
  }

  #assignees() {
    const says = messages[this.language];
    const own = this.account;
    const others = (this.colleagues?.agents ?? []).filter(({ id }) => id !== own?.id);
    return html`${own ? this.#option(says.me, { assignee: own.id }) : nothing}
    ${others.map(({ id, name }) => this.#option(name, { assignee: id }))}
    ${this.#option(says.nobody, { assignee: null })}`;
  }

  #snooze(name: (typeof snoozeNames)[number]) {
    const act = () => this.#do({ snoozedUntil: snoozeTime(name, Date.now(), this.timeZone) });
    return this.#button(snoozeTexts[this.language][name], act);
  }

  #tags() {
    const says = messages[this.language];
    const held = [...new Set(this.selected.flatMap(({ tags }) => tags))].toSorted();
    return html`<form class="bulk-tag" @submit=${(event: Event) => this.#addTag(event)}>
        <label for="bulk-tag">${says.addTag}</label>
        <input
          id="bulk-tag"
          maxlength="40"
          list="bulk-tags"
          autocomplete="off"
          autocapitalize="off"
          placeholder=${says.tagHint}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && isConverting(event)) event.preventDefault();
          }}
        />
        <datalist id="bulk-tags">
          ${(this.colleagues?.tags ?? []).map((tag) => html`<option value=${tag}></option>`)}
        </datalist>
        <button class="bulk-way" type="submit">${says.add}</button>
      </form>
      ${held.map((tag) => this.#option(says.removeTag(tag), { removeTags: [tag] }))}`;
  }

  #addTag(event: Event): void {
    event.preventDefault();
    const tag = this.querySelector<HTMLInputElement>('#bulk-tag')?.value.trim();
    if (tag) this.#do({ addTags: [tag] });
  }

  #option(text: string, change: BulkChange) {
    return this.#button(text, () => this.#do(change));
  }

  #button(text: string, act: () => void) {
    return html`<button class="bulk-option" type="button" aria-disabled=${this.isSending} @click=${act}>
      ${text}
    </button>`;
  }
}

customElements.define('mado-desk-bulk', MadoDeskBulk);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-bulk': MadoDeskBulk;
  }
}
