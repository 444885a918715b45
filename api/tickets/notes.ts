import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { Once } from '../db/idempotency.ts';

/** Adds an internal note, which no customer ever sees. */
export async function addNote(
  _services: Services,
  _id: string,
  _body: string,
  _accountId: string,
  _once: Once,
): Promise<void> {
  throw new Problem('internal');
}
