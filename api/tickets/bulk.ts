import type { By } from '../accounts/who.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { BulkInput, BulkResult } from './contract.ts';

/** Changes many conversations at once; who was overtaken by somebody else is refused, and the others are changed. */
export async function changeTickets(_services: Services, _input: BulkInput, _by: By): Promise<BulkResult> {
  throw new Problem('internal');
}

/** Undoes a change of several conversations, a merge or a split, where nobody has changed them since. */
export async function undoChange(_services: Services, _id: string, _by: By): Promise<BulkResult> {
  throw new Problem('internal');
}
