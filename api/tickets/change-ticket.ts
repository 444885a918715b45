import type { By } from '../accounts/who.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { TicketChange } from './contract.ts';

/** Changes who answers a conversation, its priority, category, subject, tags and rest. Throws `state-changed`. */
export async function changeTicket(_services: Services, _id: string, _change: TicketChange, _by: By): Promise<void> {
  throw new Problem('internal');
}
