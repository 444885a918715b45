import { and, eq, isNull, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { isIdentityBlocked } from './blocked.ts';
import type { CustomerHistory, Identity } from './contract.ts';
import { likelyTheSame } from './likely.ts';
import { currentCustomer } from './merged.ts';
import { customerMerges, customers, identities } from './tables.ts';
import { readTimeline } from './timeline.ts';

/**
 * One person and what they did, the newest first; of one who was merged, whom they are by now. However long the history
 * is, the reads are bounded. Throws `not-found`.
 */
export async function readHistory({ db }: Services, anyId: string): Promise<CustomerHistory> {
  const customer = await currentCustomer(db, anyId);
  if (!customer) throw new Problem('not-found');
  const { id, name, language, createdAt } = customer;
  const known = await identitiesOf(db, id);
  const [{ timeline, hasOlder }, merges, likely] = await Promise.all([
    readTimeline(db, id),
    mergesOf(db, id),
    likelyTheSame(db, customer, known),
  ]);
  return { id, name, language, createdAt, identities: known, timeline, hasOlder, merges, likely };
}

/** How a customer can be reached, the oldest first. */
export async function identitiesOf(db: Database, customerId: string): Promise<Identity[]> {
  const rows = await db.read
    .select({
      id: identities.id,
      kind: identities.kind,
      value: identities.value,
      verifiedAt: identities.verifiedAt,
      isBlocked: isIdentityBlocked(sql`identities.kind`, sql`identities.value`).mapWith(Boolean),
    })
    .from(identities)
    .where(eq(identities.customerId, customerId))
    .orderBy(identities.createdAt, identities.id)
    .limit(100);
  return rows.map(({ verifiedAt, ...row }) => ({ ...row, isVerified: verifiedAt !== null }));
}

/** Whom a customer was merged from and can be taken apart into again, the latest first. */
async function mergesOf(db: Database, customerId: string): Promise<CustomerHistory['merges']> {
  const moved = sql`(select value from json_each(${customerMerges.moved}, '$.identities'))`;
  return db.read
    .select({
      id: customerMerges.id,
      name: sql<string>`coalesce(${customers.name}, (select i.value from identities i where i.id in ${moved} order by i.created_at limit 1), '')`,
      at: customerMerges.createdAt,
      by: accounts.name,
    })
    .from(customerMerges)
    .innerJoin(customers, eq(customers.id, customerMerges.fromId))
    .leftJoin(accounts, eq(accounts.id, customerMerges.accountId))
    .where(and(eq(customerMerges.intoId, customerId), isNull(customerMerges.undoneAt)))
    .orderBy(sql`${customerMerges.createdAt} desc, ${customerMerges.id} desc`)
    .limit(20);
}
