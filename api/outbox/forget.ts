import { and, inArray, lt } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { outbox } from './tables.ts';

const dayMs = 86_400_000;
const kept = { endedDays: 30, deadDays: 90 };

/** Forgets mails a month after they were sent or cancelled, and dead ones after three: they hold what people wrote. */
export async function forgetOldMails(db: Database, now: number): Promise<void> {
  const before = (days: number) => lt(outbox.createdAt, now - days * dayMs);
  await db.write([
    db.read.delete(outbox).where(and(inArray(outbox.state, ['sent', 'cancelled']), before(kept.endedDays))),
    db.read.delete(outbox).where(and(inArray(outbox.state, ['dead']), before(kept.deadDays))),
  ]);
}
