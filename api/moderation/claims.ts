import { sql } from 'drizzle-orm';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { Reviewable } from './contract.ts';
import type { Moderator } from './decisions.ts';
import { readReviewable } from './queue.ts';

/** Whoever looks at something has it to themselves for so long, unless they decide before. */
export const claimMs = 10 * 60_000;

/** Claims a reviewable, or goes on having it. Throws `not-found`, and `claimed` while somebody else has it. */
export async function claim(services: Services, id: string, { accountId }: Moderator): Promise<Reviewable> {
  const now = services.clock();
  const [taken] = await services.db.write([
    sql`update reviewables set claimed_by = ${accountId}, claimed_until = ${now + claimMs}
      where id = ${id} and (claimed_by is null or claimed_by = ${accountId} or claimed_until <= ${now})`,
  ]);
  const found = await readReviewable(services, id);
  if (!taken?.changes) throw new Problem('claimed');
  return found;
}

/** Gives up a claim of one’s own. Throws `not-found`. */
export async function release(services: Services, id: string, { accountId }: Moderator): Promise<Reviewable> {
  await services.db.write([
    sql`update reviewables set claimed_by = null, claimed_until = null where id = ${id} and claimed_by = ${accountId}`,
  ]);
  return readReviewable(services, id);
}
