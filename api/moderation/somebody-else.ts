import { type SQL, sql } from 'drizzle-orm';
import { rules } from '../access/rules.ts';

/** The condition that somebody besides this account moderates. */
export function isSomebodyElse(accountId: string): SQL {
  const roles = JSON.stringify(rules['moderation:use']);
  return sql`exists (select 1 from accounts as other where other.id <> ${accountId} and other.state = 'active'
    and other.role in (select value from json_each(${roles})))`;
}

/** The condition that an account may say that what `author` posted stands: nobody does of their own, unless they are alone. */
export function mayClear(author: SQL, accountId: string): SQL {
  return sql`(${author} <> ${accountId} or not ${isSomebodyElse(accountId)})`;
}
