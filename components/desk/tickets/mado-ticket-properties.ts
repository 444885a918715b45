import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Colleagues } from '../../../api/desk/contract.ts';
import type { Priority, Ticket } from '../../../api/tickets/contract.ts';
import type { TicketChange } from '../../../api/tickets/changes-contract.ts';
import { DeskElement } from '../desk-element.ts';
import './mado-ticket-snooze.ts';
import './mado-ticket-subject.ts';
import './mado-ticket-tags.ts';
import { priorityTexts } from './priority-texts.ts';
import { messages as propertiesTexts } from './properties-messages.ts';
import type { TicketWays } from './ticket-ways.ts';

export type PropertyChange = Omit<TicketChange, 'version'>;

/** How long a choice waits for another one: who steps through a list by arrow keys means the last. */
const settledMs = 700;

/** Who answers a ticket, how urgent it is, where it belongs, and when it comes back. Each choice is saved by itself. */
export class MadoTicketProperties extends DeskElement {
  static override properties: PropertyDeclarations = {
    ticket: { attribute: false },
    colleagues: { attribute: false },
    ways: { attribute: false },
    pending: { state: true },
    hasFailed: { state: true },
  };

  declare ticket: Ticket;
  declare colleagues: Colleagues;
  declare ways: TicketWays;
  /** What was chosen and is not saved yet. */
  declare pending: PropertyChange;
  declare hasFailed: boolean;
  #settling = 0;

  constructor() {
    super();
    this.pending = {};
    this.hasFailed = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (Object.keys(this.pending).length > 0 && !this.hasFailed) void this.#save();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('ticket');
    if (!before || before.reference === this.ticket.reference) return;
    this.pending = {};
    this.hasFailed = false;
    window.clearTimeout(this.#settling);
  }

  /** Saves a change, with those that were chosen just before. */
  #choose(change: PropertyChange, waitMs = settledMs): void {
    this.pending = { ...this.pending, ...change };
    window.clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => void this.#save(), waitMs);
  }

  async #save(): Promise<void> {
    window.clearTimeout(this.#settling);
    const { pending, ticket, ways } = this;
    const param = { reference: ticket.reference };
    const isSaved = await ways.change(
      ({ version }) => this.api().tickets[':reference'].properties.$put({ param, json: { version, ...pending } }),
      propertiesTexts[this.language].saved,
    );
    // What was chosen while that was under way is saved by its own turn.
    if (isSaved && this.pending === pending) this.pending = {};
    this.hasFailed = !isSaved;
  }

  #discard(): void {
    this.pending = {};
    this.hasFailed = false;
    this.querySelector<HTMLElement>('select')?.focus();
  }

  protected override render(): TemplateResult {
    const { language, ticket } = this;
    const says = propertiesTexts[language];
    const listen = ({ detail }: CustomEvent<PropertyChange>) => this.#choose(detail, 0);
    return html`<section class="ticket-properties" aria-labelledby="properties" @property-chosen=${listen}>
      <h3 id="properties">${says.title}</h3>
      <mado-ticket-subject .language=${language} .ticket=${ticket}></mado-ticket-subject>
      ${this.#people()} ${this.#kind()}
      <mado-ticket-tags
        .language=${language}
        .tags=${this.pending.tags ?? ticket.tags}
        .known=${this.colleagues.tags}
      ></mado-ticket-tags>
      <mado-ticket-snooze
        .language=${language}
        .timeZone=${this.timeZone}
        .until=${ticket.snoozedUntil}
      ></mado-ticket-snooze>
      ${this.hasFailed ? this.#unsaved() : nothing}
    </section>`;
  }

  #people() {
    const { language, ticket, colleagues, account, pending } = this;
    const says = propertiesTexts[language];
    const assignee = pending.assignee === undefined ? (ticket.assignee?.id ?? '') : (pending.assignee ?? '');
    const team = pending.team === undefined ? (ticket.team?.id ?? '') : (pending.team ?? '');
    const others = colleagues.agents.filter(({ id }) => id !== account?.id);
    const agents = [
      { id: '', name: says.nobody },
      ...(account ? [{ id: account.id, name: says.me(account.name) }] : []),
      ...others,
    ];
    const take = () => this.#choose({ assignee: account?.id ?? null }, 0);
    return html`${this.#select('assignee', says.assignee, withOwn(agents, ticket.assignee), assignee)}
    ${
      account && assignee !== account.id
        ? html`<button class="desk-link" type="button" data-act="take" @click=${take}>${says.takeIt}</button>`
        : nothing
    }
    ${this.#select('team', says.team, withOwn([{ id: '', name: says.noTeam }, ...colleagues.teams], ticket.team), team)}`;
  }

  #kind() {
    const { language, ticket, pending } = this;
    const says = propertiesTexts[language];
    const category = pending.category === undefined ? (ticket.category ?? '') : (pending.category ?? '');
    const categories = this.categories.map(({ slug, name }) => ({ id: slug, name: name[language] }));
    const own = ticket.category === null ? null : { id: ticket.category, name: ticket.category };
    const levels = (Object.keys(priorityTexts[language]) as Priority[]).map((id) => ({
      id,
      name: priorityTexts[language][id],
    }));
    return html`${this.#select('priority', says.priority, levels, pending.priority ?? ticket.priority)}
    ${this.#select('category', says.category, withOwn([{ id: '', name: says.noCategory }, ...categories], own), category)}`;
  }

  #select(
    name: 'assignee' | 'team' | 'priority' | 'category',
    label: string,
    options: readonly { id: string; name: string }[],
    chosen: string,
  ) {
    const choose = ({ target }: Event) => {
      const { value } = target as HTMLSelectElement;
      this.#choose({ [name]: value || null });
    };
    return html`<div class="field">
      <label for=${`property-${name}`}>${label}</label>
      <select id=${`property-${name}`} .value=${chosen} @change=${choose}>
        ${options.map(({ id, name: text }) => html`<option value=${id} ?selected=${id === chosen}>${text}</option>`)}
      </select>
    </div>`;
  }

  #unsaved() {
    const says = propertiesTexts[this.language];
    return html`<div class="problem" role="alert">
      <p>${says.notSaved}</p>
      <p class="ticket-acts">
        <button class="button" type="button" @click=${() => this.#save()}>${says.save}</button>
        <button class="button" type="button" @click=${() => this.#discard()}>${says.discard}</button>
      </p>
    </div>`;
  }
}

/** The options with what a ticket has now, also where that can be chosen no longer. */
function withOwn(
  options: readonly { id: string; name: string }[],
  own: { id: string; name: string } | null,
): readonly { id: string; name: string }[] {
  return own && options.every(({ id }) => id !== own.id) ? [...options, own] : options;
}

customElements.define('mado-ticket-properties', MadoTicketProperties);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-properties': MadoTicketProperties;
  }
}
