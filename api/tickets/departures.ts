import { type SQL, sql } from 'drizzle-orm';
import { outbox } from '../outbox/tables.ts';
import { messages } from './tables.ts';

/** The row of the outbox has not left, and nobody has begun to send it. For a query on the outbox. */
export function isUnleft(now: number): SQL {
  return sql`${outbox.state} = 'waiting' and ${outbox.attempts} = 0 and ${outbox.lease} is null and ${outbox.dueAt} > ${now}`;
}

/** Messages that a customer sees: none that was taken back, and none that still may be. For a query on messages. */
export function isSeenByCustomer(now: number): SQL {
  return sql`${messages.takenBackAt} is null and not exists (select 1 from ${outbox}
    where ${outbox.id} = ${messages.outboxId} and ${isUnleft(now)})`;
}
