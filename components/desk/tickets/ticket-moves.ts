import { html, type TemplateResult } from 'lit';
import type { Ticket, TicketState } from '../../../api/tickets/contract.ts';
import { messages as conversationTexts } from './conversation-messages.ts';
import type { MadoDeskTicket } from './mado-desk-ticket.ts';
import { messages } from './messages.ts';
import type { TicketActName } from './ticket-acts.ts';

export interface Moving {
  move: (state: TicketState) => void;
  /** Opens the form of something that is done with the whole ticket, or closes it. */
  toggle: (act: TicketActName) => void;
  toSide: () => void;
}

/** The state of a ticket with those it may move to, and what else is done with the whole of it. */
export function ticketMoves(
  { language, isSending, act: open }: MadoDeskTicket,
  { state, nextStates }: Ticket,
  { move, toggle, toSide }: Moving,
): TemplateResult {
  const says = messages[language];
  const { acts, more, toSide: toSideText } = conversationTexts[language];
  const disabled = isSending ? 'true' : 'false';
  // Spam has a form of its own: it can keep the sender away, too.
  const next = nextStates.filter((to) => to !== 'spam');
  const names = (Object.keys(acts) as TicketActName[]).filter((act) => act !== 'spam' || nextStates.includes('spam'));
  return html`<div class="ticket-moves" role="group" aria-label=${says.movesLabel}>
      <span class="state" data-state=${state}>${says.states[state]}</span>
      ${next.map(
        (to) =>
          html`<button class="desk-link" type="button" aria-disabled=${disabled} @click=${() => move(to)}>
            ${says.moves[to]}
          </button>`,
      )}
    </div>
    <div class="ticket-moves" role="group" aria-label=${more}>
      ${names.map(
        (act) =>
          html`<button
            class="desk-link"
            type="button"
            data-act=${act}
            aria-expanded=${open === act ? 'true' : 'false'}
            @click=${() => toggle(act)}
          >
            ${acts[act]}
          </button>`,
      )}
      <button class="desk-link ticket-to-side" type="button" @click=${toSide}>${toSideText}</button>
    </div>`;
}
