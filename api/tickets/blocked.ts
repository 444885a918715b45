import { type SQL, sql } from 'drizzle-orm';
import { blockedSenders, identities } from '../customers/tables.ts';
import type { IdentityKind } from '../customers/contract.ts';
import type { Database } from '../db/database.ts';

/** Somebody in one channel's world. */
export interface Sender {
  kind: IdentityKind;
  value: string;
}

/** Whether a sender is blocked at the moment of writing: they themselves, or the whole domain of their address. */
export function isBlocked({ kind, value }: Sender): SQL {
  return sql`exists (select 1 from ${blockedSenders} where ${blockedSenders.kind} = ${kind}
    and ${blockedSenders.value} in (${value}, ${domainIn(value)}))`;
}

/** The same for one of the customers' identities, by its id. */
export function isIdentityBlocked(id: SQL | string): SQL {
  const { kind, value } = identities;
  return sql`exists (select 1 from ${identities} inner join ${blockedSenders} on ${blockedSenders.kind} = ${kind}
    and ${blockedSenders.value} in (${value}, ${domainIn(sql`${value}`)}) where ${identities.id} = ${id})`;
}

/** Whether that holds now. */
export async function isTrue(db: Database, condition: SQL): Promise<boolean> {
  return (await db.read.all(sql`select 1 where ${condition}`)).length > 0;
}

/** `@example.com`; of what has no domain, its whole. */
function domainIn(value: SQL | string): SQL {
  return sql`substr(${value}, instr(${value}, '@'))`;
}
