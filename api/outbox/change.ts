import { and, eq, inArray, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { audited } from '../audit/audited.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { OutboxStateInput } from './contract.ts';
import { isFreeAt } from './leases.ts';
import { rowOf } from './read.ts';
import { movesFrom } from './states.ts';
import { outbox } from './tables.ts';

/**
 * Lets a mail go out anew, at once and with all its tries, or calls it off. Throws `not-found`, and `state-refused` for
 * one that was sent or is on its way at this moment.
 */
export async function changeMail(services: Services, id: string, { state }: OutboxStateInput, by: By): Promise<void> {
  const { db, clock } = services;
  await rowOf(services, id);
  const now = clock();
  const mayMove = and(eq(outbox.id, id), inArray(outbox.state, [...movesFrom[state]]), isFreeAt(now));
  const action = state === 'waiting' ? 'outbox:retry' : 'outbox:cancel';
  const [recorded] = await db.write([
    audited(
      services,
      { ...by, action, target: { kind: 'mail', id } },
      sql`exists (select 1 from ${outbox} where ${mayMove})`,
    ),
    db.read
      .update(outbox)
      .set(state === 'waiting' ? { state, attempts: 0, dueAt: now } : { state })
      .where(mayMove),
  ]);
  if (!recorded?.changes) throw new Problem('state-refused');
  services.outbox.wake();
}
