import type { By } from '../accounts/who.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Lets another conversation go into this one: its messages, notes and files. Gives the id to undo it by. */
export async function mergeTickets(
  _services: Services,
  _into: { id: string; version: number },
  _other: string,
  _by: By,
): Promise<{ undo: string }> {
  throw new Problem('internal');
}

/** Makes messages of a conversation one of their own, of the same customer. Gives its reference and the id to undo it by. */
export async function splitTicket(
  _services: Services,
  _from: { id: string; version: number },
  _what: { messages: string[]; subject: string },
  _by: By,
): Promise<{ reference: string; undo: string }> {
  throw new Problem('internal');
}
