import type { TicketSummary } from '../../../../api/tickets/contract.ts';
import type { Answer } from '../../network.ts';

const at = Date.parse('2026-11-16T10:00:00+09:00');

/** A ticket as the list has it. */
export function summaryOf(reference: string, change: Partial<TicketSummary> = {}): TicketSummary {
  return {
    reference,
    subject: `箱のない靴の返品 ${reference}`,
    language: 'ja',
    state: 'new',
    customer: '佐藤花子',
    createdAt: at,
    lastMessageAt: at,
    promisedBy: null,
    version: 1,
    channel: 'web',
    category: null,
    priority: 'normal',
    team: null,
    assignee: null,
    tags: [],
    waitingSince: null,
    dueAt: null,
    snoozedUntil: null,
    ...change,
  };
}

/** How the server answers with a list. */
export function listOf(tickets: readonly (string | TicketSummary)[], next: string | null = null): Answer {
  const lines = tickets.map((ticket) => (typeof ticket === 'string' ? summaryOf(ticket) : ticket));
  return { status: 200, json: { tickets: lines, next } };
}
