import { html, type TemplateResult } from 'lit';
import type { Ticket } from '../../../api/tickets/contract.ts';
import './acts/mado-ticket-hand-over.ts';
import './acts/mado-ticket-merge.ts';
import './acts/mado-ticket-spam.ts';
import './acts/mado-ticket-split.ts';
import type { MadoDeskTicket } from './mado-desk-ticket.ts';
import type { TicketWays } from './ticket-ways.ts';

export type TicketActName = 'hand-over' | 'merge' | 'split' | 'spam';
type Shown = (page: MadoDeskTicket, ticket: Ticket, ways: TicketWays, end: () => void) => TemplateResult;

/** The form of each thing that is done with a whole ticket. */
export const ticketActs: Record<TicketActName, Shown> = {
  'hand-over': ({ language, colleagues, isSending }, ticket, ways, end) =>
    html`<mado-ticket-hand-over
      .language=${language}
      .ticket=${ticket}
      .colleagues=${colleagues}
      .ways=${ways}
      .isSending=${isSending}
      @act-ended=${end}
    ></mado-ticket-hand-over>`,
  merge: ({ language, timeZone, isSending }, ticket, ways, end) =>
    html`<mado-ticket-merge
      .language=${language}
      .timeZone=${timeZone}
      .ticket=${ticket}
      .ways=${ways}
      .isSending=${isSending}
      @act-ended=${end}
    ></mado-ticket-merge>`,
  split: ({ language, timeZone, isSending }, ticket, ways, end) =>
    html`<mado-ticket-split
      .language=${language}
      .timeZone=${timeZone}
      .ticket=${ticket}
      .ways=${ways}
      .isSending=${isSending}
      @act-ended=${end}
    ></mado-ticket-split>`,
  spam: ({ language, isSending }, ticket, ways, end) =>
    html`<mado-ticket-spam
      .language=${language}
      .ticket=${ticket}
      .ways=${ways}
      .isSending=${isSending}
      @act-ended=${end}
    ></mado-ticket-spam>`,
};
