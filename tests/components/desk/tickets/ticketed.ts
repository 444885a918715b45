import type { Ticket, TicketSummary } from '../../../../api/tickets/contract.ts';
import type { Answer } from '../../network.ts';

/** A ticket as the list has it. */
export function summaryOf(reference: string, change: Partial<TicketSummary> = {}): TicketSummary {
  return {
    reference,
    subject: `箱のない靴の返品 ${reference}`,
    language: 'ja',
    state: 'new',
    customer: '佐藤花子',
    createdAt: Date.parse('2026-11-16T10:00:00+09:00'),
    lastMessageAt: Date.parse('2026-11-16T10:00:00+09:00'),
    promisedBy: null,
    ...change,
  };
}

/** The whole of it, as its own element gets it. */
export function ticketOf(reference: string, change: Partial<Ticket> = {}): Ticket {
  return {
    ...summaryOf(reference),
    version: 1,
    name: '佐藤花子',
    email: 'hanako@example.com',
    emailVerified: true,
    nextStates: ['waiting', 'solved'],
    messages: [
      {
        id: '1',
        channel: 'form',
        direction: 'in',
        author: '佐藤花子',
        body: '箱を捨ててしまいました。',
        createdAt: Date.parse('2026-11-16T10:00:00+09:00'),
        trail: [],
        attachments: [],
      },
    ],
    otherTickets: [],
    ...change,
  };
}

/** How the server answers with a list. */
export function listOf(references: string[], next: string | null = null): Answer {
  return { status: 200, json: { tickets: references.map((reference) => summaryOf(reference)), next } };
}
