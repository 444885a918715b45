import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Colleagues } from '../../../../api/desk/contract.ts';
import type { Ticket } from '../../../../api/tickets/contract.ts';
import { isConverting } from '../../../search/composition.ts';
import { DeskElement } from '../../desk-element.ts';
import { messages as bulkTexts } from '../bulk-messages.ts';
import { messages as propertiesTexts } from '../properties-messages.ts';
import { asTag } from '../tag-text.ts';
import type { TicketWays } from '../ticket-ways.ts';
import { type ChoiceName, choiceOptions, type Option } from './choice-options.ts';

const steps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * A few buttons of which one is chosen for the open ticket: its state, who answers it, its priority, tags or rest.
 * @fires act-ended - when one was chosen, or the choice left
 */
export class MadoTicketChoice extends DeskElement {
  static override properties: PropertyDeclarations = {
    ticket: { attribute: false },
    colleagues: { attribute: false },
    ways: { attribute: false },
    isSending: { attribute: false },
    name: { attribute: false },
    problem: { state: true },
  };

  declare ticket: Ticket;
  declare colleagues: Colleagues;
  declare ways: TicketWays;
  declare isSending: boolean;
  /** What is chosen. */
  declare name: ChoiceName;
  declare problem: string;

  constructor() {
    super();
    this.isSending = false;
    this.problem = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('name')) return;
    this.problem = '';
    this.querySelector<HTMLElement>('.ticket-choice :is(input, button)')?.focus();
  }

  /** Does it, and is done; what is so already stays, but a tag is taken off again. */
  async #choose({ to, isNow }: Option): Promise<void> {
    if (this.isSending) return;
    const { ways, ticket } = this;
    const param = { reference: ticket.reference };
    const isDone =
      (isNow && this.name !== 'tags') ||
      ('state' in to
        ? await ways.move(to.state)
        : await ways.change(
            ({ version }) => this.api().tickets[':reference'].properties.$put({ param, json: { version, ...to } }),
            propertiesTexts[this.language].saved,
          ));
    if (isDone) this.#end();
  }

  #end(): void {
    this.dispatchEvent(new CustomEvent('act-ended'));
  }

  #addTag(event: Event): void {
    event.preventDefault();
    const typed = this.querySelector('input')?.value.trim();
    if (!typed) return;
    const tag = asTag(typed);
    this.problem = tag ? '' : propertiesTexts[this.language].tagWrong;
    if (tag) void this.#choose({ text: tag, to: { tags: [...new Set([...this.ticket.tags, tag])] } });
  }

  /** Arrows lead from one to the next, Escape away. */
  #onKeydown(event: KeyboardEvent): void {
    if (isConverting(event)) return;
    if (event.key === 'Escape') this.#end();
    else if (!this.#step(steps[event.key] ?? 0)) return;
    event.preventDefault();
  }

  #step(by: number): boolean {
    const all = [...this.querySelectorAll<HTMLElement>('.bulk-option')];
    const from = all.indexOf(document.activeElement as HTMLElement);
    if (by === 0 || from < 0) return false;
    all.at((from + by) % all.length)?.focus();
    return true;
  }

  protected override render(): TemplateResult {
    const says = bulkTexts[this.language];
    const options = choiceOptions[this.name](this.ticket, this);
    const isBare = this.name === 'team' && this.colleagues.teams.length === 0;
    return html`<div
      class="ticket-choice"
      role="group"
      aria-label=${says.ways[this.name]}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event)}
    >
      ${this.name === 'tags' ? this.#tagField() : nothing} ${isBare ? html`<p>${says.noTeams}</p>` : nothing}
      ${options.map(
        (option) =>
          html`<button
            class="bulk-option"
            type="button"
            aria-pressed=${option.isNow === undefined ? nothing : String(option.isNow)}
            aria-disabled=${this.isSending ? 'true' : 'false'}
            @click=${() => this.#choose(option)}
          >
            ${option.text}
          </button>`,
      )}
      <button class="desk-link" type="button" @click=${() => this.#end()}>
        ${propertiesTexts[this.language].cancel}
      </button>
    </div>`;
  }

  #tagField() {
    const says = bulkTexts[this.language];
    return html`<form class="ticket-line" novalidate @submit=${(event: Event) => this.#addTag(event)}>
      <input
        maxlength="40"
        aria-label=${says.addTag}
        placeholder=${says.addTag}
        autocomplete="off"
        autocapitalize="off"
        aria-invalid=${this.problem ? 'true' : 'false'}
        aria-describedby="choice-problem"
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && isConverting(event)) event.preventDefault();
        }}
      />
      <button class="bulk-option" type="submit">${says.add}</button>
      <p class="field-error" id="choice-problem" role="status">${this.problem}</p>
    </form>`;
  }
}

customElements.define('mado-ticket-choice', MadoTicketChoice);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-choice': MadoTicketChoice;
  }
}
