import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { accounts, teams } from '../accounts/tables.ts';
import { customers } from '../customers/tables.ts';
import type { Services } from '../services.ts';
import type { TicketPage, TicketView } from './contract.ts';
import { summaryColumns, summaryOf } from './summary.ts';
import { conversations } from './tables.ts';

const pageSize = 50;

/**
 * Which conversations a view of the desk lists. `to-answer` begins with who has waited longest, the others end there.
 * Each has an index of its own: its states stand in the query as they do in the index, since SQLite takes one for some
 * of the rows only where it sees that those are meant.
 */
const views: Record<TicketView, { isListed: (accountId: string) => SQL; oldestFirst: boolean }> = {
  'to-answer': { isListed: () => sql`${conversations.state} in ('new', 'open')`, oldestFirst: true },
  mine: {
    isListed: (account) => sql`${conversations.assigneeId} = ${account} and ${conversations.state} in ('new', 'open')`,
    oldestFirst: true,
  },
  team: {
    isListed: (account) =>
      sql`${conversations.teamId} in (select team_id from team_members where account_id = ${account}) and ${conversations.state} in ('new', 'open')`,
    oldestFirst: true,
  },
  unassigned: {
    isListed: () => sql`${conversations.assigneeId} is null and ${conversations.state} in ('new', 'open')`,
    oldestFirst: true,
  },
  breaching: {
    isListed: () => sql`${conversations.dueAt} is not null and ${conversations.state} in ('new', 'open')`,
    oldestFirst: true,
  },
  waiting: { isListed: () => sql`${conversations.state} in ('waiting', 'on-hold')`, oldestFirst: false },
  snoozed: { isListed: () => sql`${conversations.snoozedUntil} is not null`, oldestFirst: false },
  done: { isListed: () => sql`${conversations.state} in ('solved', 'closed', 'spam')`, oldestFirst: false },
  spam: { isListed: () => sql`${conversations.state} = 'spam'`, oldestFirst: false },
  all: { isListed: () => sql`true`, oldestFirst: false },
};

/** Since when a customer has waited; for one who does not, the last message. */
const waitingFrom = sql`coalesce(${conversations.waitingSince}, ${conversations.lastMessageAt})`;

/** One page of a view for one of the staff. `after` is the `next` of the page before; an unreadable one begins at the top. */
export async function listTickets(
  { db }: Services,
  view: TicketView,
  after: string | null,
  account: { id: string },
): Promise<TicketPage> {
  const { isListed, oldestFirst } = views[view];
  const by = oldestFirst ? waitingFrom : sql`${conversations.lastMessageAt}`;
  const conditions: SQL[] = [isListed(account.id), isNull(conversations.erasedAt)];
  const [, time, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  if (time && id) {
    const place = sql`(${by}, ${conversations.id})`;
    conditions.push(oldestFirst ? sql`${place} > (${Number(time)}, ${id})` : sql`${place} < (${Number(time)}, ${id})`);
  }
  const order = oldestFirst ? asc : desc;

  const rows = await db.read
    .select(summaryColumns)
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(teams, eq(teams.id, conversations.teamId))
    .leftJoin(accounts, eq(accounts.id, conversations.assigneeId))
    .where(and(...conditions))
    .orderBy(order(by), order(conversations.id))
    .limit(pageSize + 1);

  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1)?.conversation;
  return {
    tickets: shown.map(summaryOf),
    next:
      rows.length > pageSize && last
        ? `${oldestFirst ? (last.waitingSince ?? last.lastMessageAt) : last.lastMessageAt}_${last.id}`
        : null,
  };
}
