import type { TicketState, TicketSummary } from '../../../api/tickets/contract.ts';

/** Tickets that a call may continue. */
const isOpen: ReadonlySet<TicketState> = new Set(['new', 'open', 'waiting', 'on-hold']);

/** Somebody whose tickets fit what was typed, with those that are still open, the latest first. */
export interface KnownCaller {
  name: string;
  tickets: TicketSummary[];
}

/** Who was found, each once, in the order they were found. */
export function knownCallers(found: readonly TicketSummary[]): KnownCaller[] {
  const callers = new Map<string, KnownCaller>();
  for (const ticket of found) {
    const caller = callers.get(ticket.customer) ?? { name: ticket.customer, tickets: [] };
    if (isOpen.has(ticket.state)) caller.tickets.push(ticket);
    callers.set(ticket.customer, caller);
  }
  for (const { tickets } of callers.values()) tickets.sort((one, other) => other.lastMessageAt - one.lastMessageAt);
  return [...callers.values()];
}
