import { and, eq, sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { insertWhere } from '../db/statements.ts';
import { checkMayTakePart } from '../moderation/sanctions.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { recounted } from './counters.ts';
import { threadAt } from './find-thread.ts';
import { forumMeToos, forumThreads } from './tables.ts';

/**
 * Notes that somebody has the same question, in their own words if they like; said again, the words are new ones. Gives how
 * many have. Throws `not-found`, `state-refused` for one's own thread, and `posting-suspended`.
 */
export async function sayMeToo(
  services: Services,
  number: number,
  wording: string | undefined,
  { id: accountId, role }: Pick<Account, 'id' | 'role'>,
): Promise<{ meToos: number }> {
  const { db, clock } = services;
  const thread = await threadAt(services, number, { id: accountId, role });
  if (thread.authorId === accountId) throw new Problem('state-refused');
  await checkMayTakePart(services, accountId, thread.language);
  const row = { threadId: thread.id, accountId, wording: wording ?? null, createdAt: clock() };
  const isSeen = sql`exists (select 1 from ${forumThreads} where ${forumThreads.id} = ${thread.id} and ${forumThreads.mergedIntoId} is null)`;
  await db.write([
    sql`${insertWhere(forumMeToos, row, isSeen)} on conflict (thread_id, account_id) do update set wording = excluded.wording`,
    recounted(sql`${thread.id}`),
  ]);
  return { meToos: (await threadAt(services, number, { id: accountId, role })).meToos };
}

/** Takes that back. Throws `not-found`. */
export async function takeBackMeToo(
  services: Services,
  number: number,
  account: Pick<Account, 'id' | 'role'>,
): Promise<{ meToos: number }> {
  const { db } = services;
  const thread = await threadAt(services, number, account);
  await db.write([
    db.read.delete(forumMeToos).where(and(eq(forumMeToos.threadId, thread.id), eq(forumMeToos.accountId, account.id))),
    recounted(sql`${thread.id}`),
  ]);
  return { meToos: (await threadAt(services, number, account)).meToos };
}
