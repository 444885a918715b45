import { and, desc, eq, getTableName, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { mailAddress } from '../customers/mail-address.ts';
import { currentCustomer } from '../customers/merged.ts';
import { customers, identities } from '../customers/tables.ts';
import { conversations } from '../tickets/tables.ts';
import type { Customer, CustomerPage, CustomerSummary, CustomerView } from './contract.ts';
import { held } from './held.ts';
import { everythingOf } from './held-data.ts';
import { activeHolds, isHeld } from './holds.ts';

const pageSize = 50;

/** Customers, the newest first. `after` is the `next` of the page before. */
export async function listCustomers(
  { db, clock }: Services,
  view: CustomerView,
  after: string | null,
): Promise<CustomerPage> {
  const rows = await summaries(
    db,
    clock(),
    and(
      after ? lt(customers.id, after) : undefined,
      view === 'held' ? isHeld(sql`${customers.id}`, clock()) : undefined,
    ),
    pageSize + 1,
  );
  const shown = rows.slice(0, pageSize);
  return { customers: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** The customer with an address. Throws `not-found`. */
export async function findCustomer({ db, clock }: Services, email: string): Promise<CustomerSummary> {
  const { kind, value, customerId } = identities;
  const has = sql`${customers.id} in (select ${customerId} from ${identities} where ${kind} = 'email' and ${value} = ${email.toLowerCase()})`;
  const [found] = await summaries(db, clock(), has, 1);
  if (!found) throw new Problem('not-found');
  return found;
}

/** A customer with what is held about them; of one who was merged, whom they are by now. Throws `not-found`. */
export async function readCustomer({ db, clock }: Services, anyId: string): Promise<Customer> {
  const id = (await currentCustomer(db, anyId))?.id ?? anyId;
  const [summary] = await summaries(db, clock(), eq(customers.id, id), 1);
  if (!summary) throw new Problem('not-found');
  const subject = everythingOf(id);
  const [tickets, holds, rows] = await Promise.all([
    db.read
      .select({
        reference: conversations.reference,
        subject: conversations.subject,
        state: conversations.state,
        createdAt: conversations.createdAt,
      })
      .from(conversations)
      .where(and(eq(conversations.customerId, id), isNull(conversations.erasedAt)))
      .orderBy(desc(conversations.createdAt))
      .limit(100),
    activeHolds(db, id, clock()),
    Promise.all(
      held.map(async ({ table, name, of }) => {
        const [row] = await db.read
          .select({ rows: sql<number>`count(*)` })
          .from(table)
          .where(of(subject));
        return { table: getTableName(table), name, rows: row?.rows ?? 0 };
      }),
    ),
  ]);
  return { ...summary, tickets, holds, held: rows.filter(({ rows: count }) => count > 0).toReversed() };
}

async function summaries(
  db: Database,
  now: number,
  condition: SQL | undefined,
  most: number,
): Promise<CustomerSummary[]> {
  const requests = sql<number>`(select count(*) from ${conversations} where ${conversations.customerId} = customers.id and ${conversations.erasedAt} is null)`;
  const rows = await db.read
    .select({
      id: customers.id,
      name: customers.name,
      email: mailAddress,
      createdAt: customers.createdAt,
      conversations: requests,
      isHeld: isHeld(sql`customers.id`, now).mapWith(Boolean),
    })
    .from(customers)
    .where(and(isNull(customers.erasedAt), isNull(customers.mergedIntoId), condition))
    .orderBy(desc(customers.id))
    .limit(most);
  return rows;
}
