import { html, nothing, type TemplateResult } from 'lit';
import { messages } from './list-messages.ts';
import type { ListedTicket } from './ticket-line.ts';

export interface RowContext {
  language: 'ja' | 'en';
  isSelected: boolean;
  /** Whether it no longer belongs here, and is about to go. */
  isLeaving: boolean;
  /** Told whether all from the one before are meant, too; `null` for whoever may change nothing. */
  select: ((isRange: boolean) => void) | null;
}

/** A ticket of the list, with the box that selects it beside its link. */
export function ticketRow(
  { subject }: ListedTicket,
  link: TemplateResult,
  { language, isSelected, isLeaving, select }: RowContext,
): TemplateResult {
  return html`<li class="ticket-row" ?data-selected=${isSelected} ?data-leaving=${isLeaving}>
    ${
      select
        ? html`<label class="row-select"
            ><input
              type="checkbox"
              .checked=${isSelected}
              aria-label=${messages[language].select(subject)}
              @click=${({ shiftKey }: MouseEvent) => select(shiftKey)}
          /></label>`
        : nothing
    }
    ${link}
  </li>`;
}
