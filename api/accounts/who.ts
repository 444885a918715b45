import { and, eq, type SQL, sql } from 'drizzle-orm';
import { accounts } from './tables.ts';

/** Who does something, in which request: for the audit log and for guards. */
export interface By {
  accountId: string;
  requestId: string;
}

/** The guard of what only owners do: the one who asks is still an owner at the moment of writing. */
export function isStillOwner({ accountId }: By): SQL {
  return sql`exists (select 1 from ${accounts} where ${and(eq(accounts.id, accountId), isActiveOwner)})`;
}

/** The guard of whatever takes an owner away: another one is left. */
export function isNotLastOwner(accountId: string): SQL {
  return sql`exists (select 1 from ${accounts} where ${isActiveOwner} and ${accounts.id} <> ${accountId})`;
}

/** The guard of an address that is to be taken: nobody has it. */
export function isFree(email: string): SQL {
  return sql`not exists (select 1 from ${accounts} where ${accounts.email} = ${email})`;
}

export function hasAccount(id: string): SQL {
  return sql`exists (select 1 from ${accounts} where ${accounts.id} = ${id})`;
}

const isActiveOwner = and(eq(accounts.role, 'owner'), eq(accounts.state, 'active'));
