import { type SQL, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { ThreadRow } from '../find-thread.ts';
import { forumMembers, forumSubscriptions, forumThreads } from '../tables.ts';

const { accountId, threadId, language, board } = forumSubscriptions;

/** The condition that a subscription is to a thread, or to its board: whoever has both hears of it by that to the thread. */
export function isTo(thread: Pick<ThreadRow, 'id' | 'language' | 'board'>): SQL {
  return isToThread(sql`${thread.id}`, sql`${thread.language}`, sql`${thread.board}`);
}

/** The same where the thread is joined. */
export const isToJoined = isToThread(
  sql`${forumThreads.id}`,
  sql`${forumThreads.language}`,
  sql`${forumThreads.board}`,
);

function isToThread(id: SQL, itsLanguage: SQL, itsBoard: SQL): SQL {
  const hasOwn = sql`exists (select 1 from forum_subscriptions as own where own.thread_id = ${id} and own.account_id = ${accountId})`;
  return sql`(${threadId} = ${id} or (${language} = ${itsLanguage} and ${board} = ${itsBoard} and not ${hasOwn}))`;
}

/** The condition that an account is mailed at all: of whoever is suspended or was erased, nobody is. Wants `forum_members` joined. */
export function isReached(now: number): SQL {
  return sql`(${accounts.state} = 'active' and coalesce(${forumMembers.suspendedUntil}, 0) <= ${now})`;
}
