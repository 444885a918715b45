import { html, type TemplateResult } from 'lit';
import type { Ticket } from '../../../api/tickets/contract.ts';
import type { VariableValues } from '../canned-answers/fill-variables.ts';
import { organisationAround } from '../organisation.ts';
import type { MadoDeskTicket } from './mado-desk-ticket.ts';
import './mado-ticket-composer.ts';
import type { TicketWays } from './ticket-ways.ts';

/** Where an answer or a note to a ticket is written. */
export function ticketWriting(
  page: MadoDeskTicket,
  ticket: Ticket,
  ways: TicketWays,
  on: { writing: (isWriting: boolean) => void; toStart: () => void },
): TemplateResult {
  const { language, account, isSending } = page;
  return html`<mado-ticket-composer
    .language=${language}
    .account=${account}
    .ticket=${ticket}
    .ways=${ways}
    .isSending=${isSending}
    .values=${valuesIn(page, ticket)}
    @composer-writing=${({ detail }: CustomEvent<boolean>) => on.writing(detail)}
    @composer-to-start=${on.toStart}
  ></mado-ticket-composer>`;
}

/** What the variables of canned answers become in this ticket. */
function valuesIn(page: MadoDeskTicket, { name, reference, subject, team, language }: Ticket): VariableValues {
  const organisation = organisationAround(page, language);
  const agent = page.account?.name ?? '';
  return { customer: name ?? '', reference, subject, agent, team: team?.name ?? '', organisation };
}
