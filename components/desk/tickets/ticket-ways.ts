import type { Ticket, TicketState } from '../../../api/tickets/contract.ts';

/** What parts of a ticket's page may do with it. */
export interface TicketWays {
  /** Whether a change succeeded; the page then shows what the API answered, and `done` is said. */
  change(call: (ticket: Ticket) => Promise<{ json(): Promise<Ticket> }>, done: string): Promise<boolean>;
  /** Whether it moved to another state. */
  move(state: TicketState): Promise<boolean>;
  /** Fetches the ticket as it is now, without leading anywhere; `null` when it cannot be had. */
  latest(): Promise<Ticket | null>;
  /** Offers to undo what was done to several tickets. */
  offerUndo(id: string, text: string): void;
}
