import { type SQL, sql } from 'drizzle-orm';
import { insertWhere, type Statement } from '../../db/statements.ts';
import { forumMembers } from '../tables.ts';

/** The statement that makes the row of a member for an account that has none yet. */
export function asMember(accountId: string, now: number, guard: SQL = sql`true`): Statement {
  const isNew = sql`${guard} and not exists (select 1 from ${forumMembers} where ${forumMembers.accountId} = ${accountId})`;
  return insertWhere(forumMembers, { accountId, createdAt: now }, isNew);
}
