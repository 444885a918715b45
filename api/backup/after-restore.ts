import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { jobs } from '../jobs/tables.ts';
import { outbox } from '../outbox/tables.ts';
import { sessions } from '../sessions/tables.ts';
import { oneTimeTokens } from '../tokens/tables.ts';

/**
 * Makes yesterday's rows safe to go on with today. Sessions and links that work once end, since some may have been revoked or
 * used after the backup: an invitation that was taken back must not come back with it. Mails that waited are held: they may
 * have left since, and nobody should get one twice; staff see them and may send them again. Gives back how many.
 */
export async function settleRestored(db: Database): Promise<number> {
  const held = 'Held after a restore: it may have been sent since the backup was made.';
  const results = await db.write([
    db.read.delete(sessions),
    db.read
      .update(outbox)
      .set({ state: 'dead', leasedUntil: null, lastError: held })
      .where(eq(outbox.state, 'waiting')),
    db.read.update(jobs).set({ leasedUntil: null }),
    db.read.delete(oneTimeTokens),
  ]);
  return results[1]?.changes ?? 0;
}
