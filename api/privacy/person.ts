import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { isStaff } from '../access/rules.ts';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { customers, identities } from '../customers/tables.ts';
import { everythingOf, onlyAddresses, type Subject } from './held-data.ts';

/** Whose data it is: a customer with whatever is theirs, or a member of whom there is an account and no request. */
export interface Person {
  kind: 'customer' | 'member';
  id: string;
}

/** The person with an address; `null` for nobody, and for staff who asked nothing. */
export async function personAt(db: Database, address: string): Promise<Person | null> {
  const customerId = await customerAt(db, address);
  if (customerId !== null) return { kind: 'customer', id: customerId };
  const account = await accountAt(db, address);
  return account?.role === 'member' ? { kind: 'member', id: account.id } : null;
}

/** The customer with an address; `null` for nobody. */
export async function customerAt(db: Database, address: string): Promise<string | null> {
  const [row] = await db.read
    .select({ id: customers.id })
    .from(identities)
    .innerJoin(customers, eq(customers.id, identities.customerId))
    .where(and(eq(identities.kind, 'email'), eq(identities.value, address.toLowerCase()), isNull(customers.erasedAt)));
  return row?.id ?? null;
}

/** Whether somebody works here with an address: their account is for the owner to end. */
export async function isStaffAddress(db: Database, address: string): Promise<boolean> {
  const account = await accountAt(db, address);
  return account !== null && isStaff(account.role);
}

/** Everything of a person; nothing if the guard does not hold. */
export function everythingOfPerson({ kind, id }: Person, guard: SQL = sql`true`): Subject {
  return kind === 'customer'
    ? everythingOf(id, guard)
    : onlyAddresses(
        sql`select lower(${accounts.email}) as address from ${accounts} where ${isMember(id)} and ${guard}`,
      );
}

/** Whether a person is there to be erased, at the moment of writing; who was merged goes with whom they became. */
export function isPresent({ kind, id }: Person): SQL {
  return kind === 'customer'
    ? sql`exists (select 1 from ${customers} where ${customers.id} = ${id} and ${customers.erasedAt} is null and ${customers.mergedIntoId} is null)`
    : sql`exists (select 1 from ${accounts} where ${isMember(id)})`;
}

/** Of a member who was erased a row stays, without an address. */
export const isMemberWithAddress = sql`(${accounts.role} = 'member' and instr(${accounts.email}, '@') > 0)`;

function isMember(id: string): SQL {
  return sql`${accounts.id} = ${id} and ${isMemberWithAddress}`;
}

async function accountAt(db: Database, address: string) {
  const { id, role, email } = accounts;
  const [row] = await db.read.select({ id, role }).from(accounts).where(eq(email, address.toLowerCase()));
  return row ?? null;
}
