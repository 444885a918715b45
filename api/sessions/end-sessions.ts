import { and, eq, ne, type SQL } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { Statement } from '../db/statements.ts';
import { sessions } from './tables.ts';

/** The statement that ends the sessions of an account, or all but one, for the same write as what demands it. */
export function endSessionsOf(
  db: Database,
  accountId: string,
  { except, guard }: { except?: string | undefined; guard?: SQL } = {},
): Statement {
  const isOther = except === undefined ? undefined : ne(sessions.id, except);
  return db.read.delete(sessions).where(and(eq(sessions.accountId, accountId), isOther, guard));
}
