import { html, type nothing, type TemplateResult } from 'lit';
import type { Ticket, TicketState } from '../../../api/tickets/contract.ts';
import { choiceNames } from './acts/choice-options.ts';
import { messages as bulkTexts } from './bulk-messages.ts';
import { messages as conversationTexts } from './conversation-messages.ts';
import type { MadoDeskTicket } from './mado-desk-ticket.ts';
import { messages } from './messages.ts';
import { formNames, type TicketActName } from './ticket-acts.ts';

export interface Moving {
  move: (state: TicketState) => void;
  /** Opens something that is done with the whole ticket, or closes it. */
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
  const forms = formNames.filter((act) => act !== 'spam' || nextStates.includes('spam'));
  return html`<div class="ticket-bar">
    <div class="ticket-moves" role="group" aria-label=${says.movesLabel}>
      <span class="state" data-state=${state}>${says.states[state]}</span>
      ${next.map(
        (to) =>
          html`<button
            class="desk-link"
            type="button"
            aria-label=${says.moves[to]}
            aria-disabled=${disabled}
            @click=${() => move(to)}
          >
            ${shortened(says.moves[to])}
          </button>`,
      )}
    </div>
    <div class="ticket-more" role="group" aria-label=${more}>
      ${forms.map((act) => opener(act, acts[act], open, toggle))}
      <button class="desk-link ticket-to-side" type="button" @click=${toSide}>${toSideText}</button>
    </div>
  </div>`;
}

/** What can be chosen for a ticket, in sight where there is no side that says it; with what is being chosen. */
export function ticketWays(
  { language, act: open }: MadoDeskTicket,
  toggle: Moving['toggle'],
  chosen: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<div class="ticket-ways">
    <div role="group" aria-label=${conversationTexts[language].change}>
      ${choiceNames.map((name) => opener(name, bulkTexts[language].ways[name], open, toggle))}
    </div>
    ${chosen}
  </div>`;
}

function opener(act: TicketActName, text: string, open: TicketActName | null, toggle: Moving['toggle']) {
  return html`<button
    class="desk-link"
    type="button"
    data-act=${act}
    aria-label=${text}
    aria-expanded=${open === act ? 'true' : 'false'}
    @click=${() => toggle(act)}
  >
    ${shortened(text)}
  </button>`;
}

/** A Japanese verb without its ending, which stands in its name: a row of them would show it five times. */
function shortened(text: string): TemplateResult {
  const [, stem = text, ending = ''] = /^(.+?)(に戻す|にする|する)$/.exec(text) ?? [];
  return html`${stem}<span class="visually-hidden">${ending}</span>`;
}
