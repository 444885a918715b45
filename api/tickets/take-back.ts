import type { By } from '../accounts/who.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Takes back a reply of one's own that has not left yet. Throws `state-refused` when it has. */
export async function takeBack(_services: Services, _id: string, _messageId: string, _by: By): Promise<void> {
  throw new Problem('internal');
}
