import { type TicketState, ticketStates } from './contract.ts';

/**
 * Whose doing a move is: one of the staff by hand, a reply of theirs, the customer by a button, a message of the
 * customer's, or the portal by the clock.
 */
export const movers = ['staff', 'reply', 'customer', 'message', 'portal'] as const;
export type Mover = (typeof movers)[number];

/**
 * The state machine: from each state, where it may go, and by whom. What is not here is refused, or leaves the state as it
 * is: a message to spam stays spam. A message to a closed conversation opens another one, see `receive`.
 */
const moves: Record<TicketState, Partial<Record<TicketState, readonly Mover[]>>> = {
  new: {
    open: ['staff'],
    waiting: ['staff', 'reply'],
    'on-hold': ['staff'],
    solved: ['staff', 'customer'],
    spam: ['staff'],
  },
  open: {
    waiting: ['staff', 'reply'],
    'on-hold': ['staff'],
    solved: ['staff', 'customer'],
    spam: ['staff'],
  },
  waiting: {
    open: ['staff', 'message'],
    'on-hold': ['staff'],
    solved: ['staff', 'customer'],
    spam: ['staff'],
  },
  'on-hold': {
    open: ['staff', 'message'],
    waiting: ['staff', 'reply'],
    solved: ['staff', 'customer'],
    spam: ['staff'],
  },
  solved: {
    open: ['staff', 'customer', 'message'],
    waiting: ['reply'],
    closed: ['staff', 'portal'],
  },
  closed: {
    open: ['staff'],
    waiting: ['reply'],
  },
  spam: {
    open: ['staff'],
  },
};

/** What being in a state means: whether the customer may be waiting for us in it, and whether something is left to do. */
const meanings: Record<TicketState, { isOurTurn: boolean; isDone: boolean }> = {
  new: { isOurTurn: true, isDone: false },
  open: { isOurTurn: true, isDone: false },
  waiting: { isOurTurn: false, isDone: false },
  'on-hold': { isOurTurn: true, isDone: false },
  solved: { isOurTurn: false, isDone: true },
  closed: { isOurTurn: false, isDone: true },
  spam: { isOurTurn: false, isDone: true },
};

export function mayMove(from: TicketState, to: TicketState, mover: Mover): boolean {
  return moves[from][to]?.includes(mover) ?? false;
}

/** Where staff may move a conversation from a state. */
export function nextStates(from: TicketState): TicketState[] {
  return ticketStates.filter((to) => mayMove(from, to, 'staff'));
}

/** The states from which somebody may move a conversation to another. */
export function statesBefore(to: TicketState, mover: Mover): TicketState[] {
  return ticketStates.filter((from) => mayMove(from, to, mover));
}

/** States that a customer's message makes open again. In the others it stays as it is. */
export const reopenedByMessage = statesBefore('open', 'message');

/** States that an agent's reply turns into waiting for the customer. */
export const waitingAfterReply = statesBefore('waiting', 'reply');

/** Whether nobody of ours owes the customer anything in a state: who writes again begins to wait anew. */
export function isCustomersTurn(state: TicketState): boolean {
  return !meanings[state].isOurTurn;
}

/** Whether nothing is left to do: what is done does not sleep. */
export function isDone(state: TicketState): boolean {
  return meanings[state].isDone;
}
