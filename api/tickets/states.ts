import type { TicketState } from './contract.ts';

/** Where staff may move a conversation from each state. What is not listed is refused. */
const moves: Record<TicketState, readonly TicketState[]> = {
  new: ['open', 'waiting', 'on-hold', 'solved', 'spam'],
  open: ['waiting', 'on-hold', 'solved', 'spam'],
  waiting: ['open', 'on-hold', 'solved', 'spam'],
  'on-hold': ['open', 'waiting', 'solved', 'spam'],
  solved: ['open', 'closed'],
  closed: ['open'],
  spam: ['open'],
};

export function nextStates(from: TicketState): TicketState[] {
  return [...moves[from]];
}

export function mayMove(from: TicketState, to: TicketState): boolean {
  return moves[from].includes(to);
}

/** States in which a customer's message makes the conversation open again. In the others it stays as it is. */
export const reopenedByCustomer = ['waiting', 'on-hold', 'solved', 'closed'] as const satisfies TicketState[];

/** States that an agent's reply turns into waiting for the customer. */
export const waitingAfterReply = ['new', 'open', 'on-hold', 'solved', 'closed'] as const satisfies TicketState[];

/** Whether nobody of ours owes the customer anything in a state: who writes again begins to wait anew. */
export function isCustomersTurn(state: TicketState): boolean {
  return state === 'waiting' || state === 'solved' || state === 'closed' || state === 'spam';
}
