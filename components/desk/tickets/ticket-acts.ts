import type { TemplateResult } from 'lit';
import { html, literal, type StaticValue } from 'lit/static-html.js';
import type { Ticket } from '../../../api/tickets/contract.ts';
import type { ChoiceName } from './acts/choice-options.ts';
import './acts/mado-ticket-choice.ts';
import './acts/mado-ticket-hand-over.ts';
import './acts/mado-ticket-merge.ts';
import './acts/mado-ticket-spam.ts';
import './acts/mado-ticket-split.ts';
import type { MadoDeskTicket } from './mado-desk-ticket.ts';
import type { TicketWays } from './ticket-ways.ts';

/** What is done with a whole ticket by a form. */
export const formNames = ['hand-over', 'merge', 'split', 'spam'] as const;
export type TicketActName = (typeof formNames)[number] | ChoiceName;

const choice = literal`mado-ticket-choice`;
const elements: Record<TicketActName, StaticValue> = {
  'hand-over': literal`mado-ticket-hand-over`,
  merge: literal`mado-ticket-merge`,
  split: literal`mado-ticket-split`,
  spam: literal`mado-ticket-spam`,
  state: choice,
  assignee: choice,
  team: choice,
  priority: choice,
  tags: choice,
  snooze: choice,
};

export function isChoice(act: TicketActName | null): boolean {
  return act !== null && elements[act] === choice;
}

/** What is open above a ticket to be done with it; `end` is called once it is done or left. */
export function ticketAct(
  name: TicketActName,
  { language, timeZone, account, colleagues, isSending }: MadoDeskTicket,
  ticket: Ticket,
  ways: TicketWays,
  end: () => void,
): TemplateResult {
  const element = elements[name];
  return html`<${element}
    .language=${language}
    .timeZone=${timeZone}
    .account=${account}
    .colleagues=${colleagues}
    .ticket=${ticket}
    .ways=${ways}
    .isSending=${isSending}
    .name=${name}
    @act-ended=${end}
  ></${element}>`;
}
