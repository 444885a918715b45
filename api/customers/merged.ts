import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { customers } from './tables.ts';

/** Customers that a sub-select names as `id`, with everybody who was merged into them, as a sub-select of the same form. */
export function withMerged(them: SQL): SQL {
  return sql`(with recursive them(id) as (select id from ${them} as first union
    select ${customers.id} from ${customers} inner join them on ${customers.mergedIntoId} = them.id) select id from them)`;
}

/** Who a customer is by now: themselves, or whom they were merged into; `null` for nobody, and for who was erased. */
export async function currentCustomer(db: Database, id: string) {
  const last = sql`(with recursive up(id, next) as (
    select id, merged_into_id from customers where id = ${id} union
    select c.id, c.merged_into_id from customers c inner join up on c.id = up.next) select id from up where next is null)`;
  const [row] = await db.read
    .select()
    .from(customers)
    .where(sql`${customers.id} = ${last} and ${customers.erasedAt} is null`);
  return row ?? null;
}

/** The ids of everybody who was merged into a customer. */
export async function mergedInto(db: Database, id: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: customers.id })
    .from(customers)
    .where(sql`${customers.id} in ${withMerged(sql`(select ${id} as id)`)} and ${customers.id} <> ${id}`);
  return rows.map((row) => row.id);
}
