import { type SQL, sql } from 'drizzle-orm';
import { isIdentityBlocked } from '../customers/blocked.ts';
import type { IdentityKind } from '../customers/contract.ts';
import { identities } from '../customers/tables.ts';
import type { Database } from '../db/database.ts';

/** Somebody in one channel's world. */
export interface Sender {
  kind: IdentityKind;
  value: string;
}

/** Whether a sender is blocked at the moment of writing; its values may be stand-ins of a prepared statement. */
export function isSenderBlocked({ kind, value }: Sender): SQL {
  return isIdentityBlocked(sql`${kind}`, sql`${value}`);
}

/** The same for whom one of the customers' identities is. */
export function isOwnerBlocked(identityId: string): SQL {
  const isTheirs = isIdentityBlocked(sql`${identities.kind}`, sql`${identities.value}`);
  return sql`exists (select 1 from ${identities} where ${identities.id} = ${identityId} and ${isTheirs})`;
}

/** Whether a condition holds now. */
export async function isTrue(db: Database, condition: SQL): Promise<boolean> {
  return (await db.read.all(sql`select 1 where ${condition}`)).length > 0;
}
