import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { accounts, teams } from '../accounts/tables.ts';
import { customers } from '../customers/tables.ts';
import type { TicketFilter } from '../desk/contract.ts';
import type { Services } from '../services.ts';
import type { TicketPage } from './contract.ts';
import { summaryColumns, summaryOf, type SummaryRow } from './summary.ts';
import { conversations } from './tables.ts';
import { sourceOf } from './views.ts';

const pageSize = 50;

/** Drizzle knows a table that is read by a given index only as a piece of SQL, and so its columns. */
const conversation = Object.fromEntries(
  Object.entries(getTableColumns(conversations)).map(([name, column]) => [name, sql`${column}`.mapWith(column)]),
);

/**
 * One page of a list for one of the staff. `after` is the `next` of the page before; an unreadable one begins at the top.
 */
export async function listTickets(
  { db, clock }: Services,
  filter: TicketFilter,
  after: string | null,
  account: { id: string },
): Promise<TicketPage> {
  const { from, by, id: ids, oldestFirst, conditions } = sourceOf(filter, account.id, clock());
  const [, time, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  if (time && id) {
    const isBeyond = oldestFirst ? sql`>` : sql`<`;
    conditions.push(sql`(${by}, ${ids}) ${isBeyond} (${Number(time)}, ${id})`);
  }
  const order = oldestFirst ? asc : desc;

  // Left joins: SQLite begins with the conversations, in the order of their index.
  const rows = (await db.read
    .select({ ...summaryColumns, conversation, at: sql<number>`${by}` })
    .from(from)
    .leftJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(teams, eq(teams.id, conversations.teamId))
    .leftJoin(accounts, eq(accounts.id, conversations.assigneeId))
    .where(and(...conditions))
    .orderBy(order(by), order(ids))
    .limit(pageSize + 1)) as unknown as (SummaryRow & { at: number })[];

  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    tickets: shown.map(summaryOf),
    next: rows.length > pageSize && last ? `${last.at}_${last.conversation.id}` : null,
  };
}
