import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { RetentionLine } from '../../../api/privacy/contract.ts';
import { DeskElement } from '../desk-element.ts';
import { deskProblem } from '../desk-problem.ts';
import { messages } from './messages.ts';

/** What the daily job takes next, fetched when somebody opens it. */
export class MadoDeskRetention extends DeskElement {
  static override properties: PropertyDeclarations = {
    ...DeskElement.properties,
    lines: { state: true },
    problem: { state: true },
  };

  declare lines: RetentionLine[] | null;
  declare problem: string;

  constructor() {
    super();
    this.lines = null;
    this.problem = '';
  }

  async #load(): Promise<void> {
    this.problem = '';
    try {
      const { kinds } = await (await this.api().retention.$get()).json();
      this.lines = kinds;
    } catch (error) {
      this.problem = this.explain(error);
    }
  }

  #onToggle = ({ target }: Event) => {
    if ((target as HTMLDetailsElement).open && !this.lines) void this.#load();
  };

  protected override render(): TemplateResult {
    const says = messages[this.language];
    return html`<details class="customer-retention" @toggle=${this.#onToggle}>
      <summary>${says.retention}</summary>
      <p>${says.retentionLead}</p>
      ${deskProblem(this.problem, this.language, null)} ${this.lines ? this.#list(this.lines) : nothing}
    </details>`;
  }

  #list(lines: readonly RetentionLine[]) {
    const { kinds, days, months, goes, kept: keeps } = messages[this.language];
    return html`<dl>
      ${lines.map(
        ({ kind, after, due, soon, kept }) =>
          html`<div>
            <dt>
              ${kinds[kind] ?? kind}
              <span>${after.includes('month') ? months(parseInt(after, 10)) : days(parseInt(after, 10))}</span>
            </dt>
            <dd>${goes(due, soon)}${kept > 0 ? keeps(kept) : nothing}</dd>
          </div>`,
      )}
    </dl>`;
  }
}

customElements.define('mado-desk-retention', MadoDeskRetention);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-retention': MadoDeskRetention;
  }
}
