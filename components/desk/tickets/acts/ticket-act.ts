import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Colleagues } from '../../../../api/desk/contract.ts';
import type { Ticket } from '../../../../api/tickets/contract.ts';
import { DeskElement } from '../../desk-element.ts';
import type { TicketWays } from '../ticket-ways.ts';
import { messages as actTexts } from './messages.ts';

/**
 * Something that is done with a whole ticket: a small form above the conversation, which stays in sight.
 * @fires act-ended - when it is done or left
 */
export abstract class TicketAct extends DeskElement {
  static override properties: PropertyDeclarations = {
    ticket: { attribute: false },
    colleagues: { attribute: false },
    ways: { attribute: false },
    isSending: { attribute: false },
    problem: { state: true },
  };

  declare ticket: Ticket;
  declare colleagues: Colleagues;
  declare ways: TicketWays;
  declare isSending: boolean;
  /** What is missing or wrong in the form. */
  declare problem: string;

  protected abstract readonly heading: string;
  protected abstract fields(): TemplateResult;
  /** Whether it is done. */
  protected abstract act(form: FormData): Promise<boolean>;
  protected abstract readonly button: string;

  constructor() {
    super();
    this.isSending = false;
    this.problem = '';
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h3')?.focus();
  }

  #end(): void {
    this.dispatchEvent(new CustomEvent('act-ended'));
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending) return;
    this.problem = '';
    const form = new FormData(event.target as HTMLFormElement);
    if (await this.act(form)) this.#end();
    else await this.#leadToProblem();
  }

  async #leadToProblem(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  protected override render(): TemplateResult {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) this.#end();
    };
    return html`<section class="ticket-act" aria-labelledby="act-title" @keydown=${onKey}>
      <h3 id="act-title" tabindex="-1">${this.heading}</h3>
      <form class="form" novalidate @submit=${(event: Event) => this.#submit(event)}>
        ${this.fields()}
        <p class="field-error" id="act-problem" role="status">${this.problem}</p>
        <p class="ticket-acts">
          <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>${this.button}</button>
          <button class="button" type="button" @click=${() => this.#end()}>${actTexts[this.language].cancel}</button>
        </p>
      </form>
    </section>`;
  }
}

/** What somebody typed in a field of a form. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
