import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { ticketViews } from '../tickets/contract.ts';
import { sourceOf } from '../tickets/views.ts';
import type { ViewCounts } from './contract.ts';

/** Whoever has more than that before them does not read the number. */
const most = 1000;

/** How many conversations each view has for somebody, up to 1,000. */
export async function countViews({ db, clock }: Services, accountId: string): Promise<ViewCounts> {
  const counts = ticketViews.map((view) => {
    const { from, conditions } = sourceOf({ view }, accountId, clock());
    return sql`(select count(*) from (select 1 from ${from} where ${sql.join(conditions, sql` and `)} limit ${most}))`;
  });
  const [row] = await db.read.values<number[]>(sql`select ${sql.join(counts, sql`, `)}`);
  return Object.fromEntries(ticketViews.map((view, index) => [view, row?.[index] ?? 0])) as ViewCounts;
}
