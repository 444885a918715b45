import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import { legalHolds } from '../privacy/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversations } from '../tickets/tables.ts';
import { given, manyIds, ownerChanged } from './owner-changed.ts';
import { customerMerges, customers, identities } from './tables.ts';

/**
 * Makes one customer two again: what went over goes back, and what has come in since through an identity that went over.
 * A hold on all of the customer that was placed meanwhile holds both from now on. Whoever was merged into another
 * meanwhile has to be taken out of there first. Throws `not-found` for a merge that is none of this customer's or is
 * undone, `state-changed` when either was erased or merged on.
 */
export async function undoMerge(
  services: Services,
  { into, merge: id }: { into: string; merge: string },
  { accountId, requestId }: { accountId: string | null; requestId?: string },
): Promise<void> {
  const { db, clock, random } = services;
  const isIt = and(eq(customerMerges.id, id), eq(customerMerges.intoId, into), isNull(customerMerges.undoneAt));
  const [merge] = await db.read
    .select({ id: customerMerges.id, from: customerMerges.fromId, into: customerMerges.intoId })
    .from(customerMerges)
    .where(isIt);
  if (!merge) throw new Problem('not-found');

  const now = clock();
  const { from } = merge;
  const isUndoable = sql`exists (select 1 from ${customerMerges} where ${isIt})
    and exists (select 1 from customers where id = ${from} and merged_into_id = ${into} and erased_at is null)
    and exists (select 1 from customers where id = ${into} and merged_into_id is null and erased_at is null)`;
  const ids = (what: string) =>
    sql`(select value from json_each((select moved from customer_merges where id = ${id}), ${`$.${what}`}))`;
  const { customerId, conversationId, liftedAt, untilAt, createdAt } = legalHolds;
  const isNewHold = sql`${customerId} = ${into} and ${conversationId} is null and ${liftedAt} is null and ${untilAt} > ${now}
    and ${legalHolds.id} not in ${ids('holds')} and ${createdAt} >= (select created_at from customer_merges where id = ${id})`;
  const wentOver = sql`(${legalHolds.id} in ${ids('holds')} or ${conversationId} in (select id from conversations where customer_id = ${from}))`;

  const results = await db.write([
    ...ownerChanged(
      services,
      sql`${conversations.customerId} = ${into} and (${conversations.id} in ${ids('conversations')} or ${conversations.identityId} in ${ids('identities')}) and ${isUndoable}`,
      { accountId, merge, to: from },
    ),
    given(
      identities.customerId,
      from,
      sql`${identities.customerId} = ${into} and ${identities.id} in ${ids('identities')} and ${isUndoable}`,
    ),
    sql`insert into ${legalHolds} (id, customer_id, reason, until_at, account_id, created_at)
      select ${manyIds(now, random)}, ${from}, reason, until_at, account_id, created_at from ${legalHolds} where ${isNewHold} and ${isUndoable}`,
    given(customerId, from, sql`${customerId} = ${into} and ${wentOver} and ${isUndoable}`),
    takeBackName(id, merge, isUndoable),
    audited(
      services,
      {
        accountId,
        action: 'customers:unmerge',
        target: { kind: 'customer', id: into },
        detail: { merge: id, other: from },
        ...(requestId ? { requestId } : {}),
      },
      isUndoable,
    ),
    sql`update ${customerMerges} set undone_at = ${now} where id = ${id} and ${isUndoable}`,
    // The last: from here on it is undone, and none of the guards above would hold any more.
    sql`update ${customers} set merged_into_id = null where id = ${from} and merged_into_id = ${into}
      and exists (select 1 from ${customerMerges} where id = ${id} and undone_at = ${now})`,
  ]);
  if (!results.at(-1)?.changes) throw new Problem('state-changed');
}

/** Takes a customer out of whomever they were merged into, and those out of theirs before. */
export async function takeOut(services: Services, id: string): Promise<void> {
  const [merge] = await services.db.read
    .select({ merge: customerMerges.id, into: customerMerges.intoId })
    .from(customerMerges)
    .innerJoin(
      customers,
      and(eq(customers.id, customerMerges.fromId), eq(customers.mergedIntoId, customerMerges.intoId)),
    )
    .where(and(eq(customerMerges.fromId, id), isNull(customerMerges.undoneAt)));
  if (!merge) return;
  await takeOut(services, merge.into);
  await undoMerge(services, merge, { accountId: null });
}

/** A name that was the other’s goes, unless it is another by now. */
function takeBackName(id: string, { from, into }: { from: string; into: string }, guard: SQL): SQL {
  return sql`update ${customers} set name = null where id = ${into} and name = (select name from customers where id = ${from})
    and json_extract((select moved from customer_merges where id = ${id}), '$.name') and ${guard}`;
}
