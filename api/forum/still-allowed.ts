import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { isStaff } from '../access/rules.ts';
import type { Account } from '../accounts/contract.ts';
import { accounts } from '../accounts/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { checkDailyLimit, isWithinDay } from './daily-limit.ts';
import { levelOf } from './edit-limits.ts';

type Author = Pick<Account, 'id' | 'role'>;

/**
 * The condition that somebody may post, at the moment of writing: who is erased meanwhile leaves nothing behind, and what
 * is sent at once counts together.
 */
export function isStillAllowed(services: Services, { id, role }: Author): SQL {
  const isThere = sql`exists (select 1 from ${accounts} where ${accounts.id} = ${id} and ${accounts.state} = 'active')`;
  return isStaff(role) ? isThere : sql`${isThere} and ${isWithinDay(services, id)}`;
}

/** Says why it no longer held: throws `too-many-tries`, `not-signed-in`, and `thread-closed` when it was neither. */
export async function refuseLate(services: Services, { id, role }: Author, language: Language): Promise<never> {
  if (!isStaff(role)) await checkDailyLimit(services, id, await levelOf(services.db, id), language);
  const rows = await services.db.read
    .select({ id: accounts.id })
    .from(accounts)
    .where(sql`${accounts.id} = ${id} and ${accounts.state} = 'active'`);
  throw new Problem(rows.length === 0 ? 'not-signed-in' : 'thread-closed');
}
