import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import type { Account } from '../../accounts/contract.ts';
import { newId } from '../../db/id.ts';
import { insertWhere, type Statement } from '../../db/statements.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { threadUrl } from '../addresses.ts';
import { maySee, threadAt } from '../find-thread.ts';
import { forumSubscriptions, forumThreads } from '../tables.ts';
import { titleOf } from '../thread-summary.ts';
import type { OwnSubscription, SubscriptionInput } from './contract.ts';
import { behindStop, type StopScope } from './stop-link.ts';

type Subscriber = Pick<Account, 'id' | 'role'>;
type Every = SubscriptionInput['every'];

const { id, accountId, threadId, language: ofLanguage, board: ofBoard } = forumSubscriptions;

/** Lets somebody hear of a thread, or hear of it otherwise than before. Throws `not-found`. */
export async function subscribeToThread(services: Services, number: number, every: Every, by: Subscriber) {
  const thread = await threadAt(services, number, by);
  await services.db.write([subscribing(services, { accountId: by.id, threadId: thread.id, every })]);
}

/** Ends that; whoever has none keeps none. Throws `not-found`. */
export async function unsubscribeFromThread(services: Services, number: number, by: Subscriber): Promise<void> {
  const { db } = services;
  const thread = await threadAt(services, number, by);
  await db.write([db.read.delete(forumSubscriptions).where(and(eq(threadId, thread.id), eq(accountId, by.id)))]);
}

/** Lets somebody hear of everything new on a board. Throws `not-found` for a board that is none. */
export async function subscribeToBoard(
  services: Services,
  { language, board }: { language: Language; board: string },
  every: Every,
  by: Subscriber,
): Promise<void> {
  checkBoard(services, board);
  const { clock, random } = services;
  const row = { id: newId(clock(), random), accountId: by.id, language, board, every, toldUntil, createdAt: clock() };
  await services.db.write([
    sql`${insertWhere(forumSubscriptions, row, sql`true`)} on conflict (language, board, account_id) where board is not null
      do update set every = excluded.every`,
  ]);
}

/** Ends that. Throws as above. */
export async function unsubscribeFromBoard(
  services: Services,
  { language, board }: { language: Language; board: string },
  by: Subscriber,
): Promise<void> {
  checkBoard(services, board);
  const theirs = and(eq(ofLanguage, language), eq(ofBoard, board), eq(accountId, by.id));
  await services.db.write([services.db.read.delete(forumSubscriptions).where(theirs)]);
}

/** What somebody has subscribed to, threads first. */
export async function ownSubscriptions({ db }: Services, account: Subscriber): Promise<OwnSubscription[]> {
  const rows = await db.read
    .select({ subscription: forumSubscriptions, thread: forumThreads })
    .from(forumSubscriptions)
    .leftJoin(forumThreads, eq(forumThreads.id, threadId))
    .where(eq(accountId, account.id))
    .orderBy(sql`${threadId} is null`, asc(forumSubscriptions.createdAt));
  return rows.flatMap(({ subscription: { every, language, board }, thread }): OwnSubscription[] => {
    if (language !== null && board !== null) {
      return [{ every, language, board, thread: null, url: `/${language}/forum/${board}/` }];
    }
    if (!thread || !maySee(thread, account) || thread.mergedIntoId !== null) return [];
    const shown = { number: thread.number, title: titleOf(thread) };
    return [{ every, language: thread.language, board: thread.board, thread: shown, url: threadUrl(thread) }];
  });
}

/** Ends what a link in a mail is about; what has ended already stays so. Throws `link-unknown`. */
export async function stopByLink({ db, secret }: Services, scope: StopScope, link: string): Promise<void> {
  const behind = behindStop(secret, scope, link);
  const which = scope === 'one' ? eq(id, behind) : eq(accountId, behind);
  await db.write([db.read.delete(forumSubscriptions).where(which)]);
}

/**
 * The statement that subscribes somebody to a thread, in the write that has a reason to. What was there before it, they
 * are not told of.
 */
export function subscribing(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  subscription: { accountId: string; threadId: string; every: Every },
  guard: SQL = sql`true`,
): Statement {
  const row = { id: newId(clock(), random), ...subscription, toldUntil, createdAt: clock() };
  return sql`${insertWhere(forumSubscriptions, row, guard)} on conflict (thread_id, account_id) where thread_id is not null
    do update set every = excluded.every`;
}

const toldUntil = sql`(select coalesce(max(id), 0) from forum_news)`;

function checkBoard({ portal }: Services, board: string): void {
  if (!portal().forum?.boards.includes(board)) throw new Problem('not-found');
}
