import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Language } from '../../content/schema/languages.ts';
import { accounts } from '../accounts/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { ThreadListQuery, ThreadPage, ThreadSummary } from './contract.ts';
import { lane } from './lanes.ts';
import { mostPages, pagesFor, threadsPerPage } from './paging.ts';
import { forumMembers, forumPosts, forumThreads } from './tables.ts';
import { summaryColumns, summaryOf } from './thread-summary.ts';

const opening = alias(forumPosts, 'opening');

/** Which list: all of a language, one board, those that stand in one lane. */
export type ThreadFilter = Omit<ThreadListQuery, 'page' | 'language'> & { language: Language };

/**
 * One page of a list, newest first, pinned ones on top of their board. A page beyond the last is empty. Throws `not-found`
 * for a board that is none.
 */
export async function listThreads(services: Services, filter: ThreadFilter, page = 1): Promise<ThreadPage> {
  const { db } = services;
  const boards = services.portal().forum?.boards ?? [];
  if (filter.board !== undefined && !boards.includes(filter.board)) throw new Problem('not-found');
  const where = conditionsOf(filter);
  const order = orderOf(filter);
  const some = db.read
    .select({ one: sql`1` })
    .from(forumThreads)
    .where(where)
    .limit(mostPages * threadsPerPage);
  const onPage = db.read
    .select({ id: forumThreads.id })
    .from(forumThreads)
    .where(where)
    .orderBy(...order)
    .limit(threadsPerPage)
    .offset((page - 1) * threadsPerPage);
  const [[counted], threads] = await Promise.all([
    db.read.values<[number]>(sql`select count(*) from ${some}`),
    summariesOf(services, onPage, order),
  ]);
  return { threads, page, pages: pagesFor(counted?.[0] ?? 0, threadsPerPage) };
}

/** Threads as lists show them, of a select of their ids. */
export async function summariesOf(
  { db }: Services,
  ids: Parameters<typeof inArray>[1],
  order: SQL[] = orderOf({}),
): Promise<ThreadSummary[]> {
  const rows = await db.read
    .select(summaryColumns)
    .from(forumThreads)
    .innerJoin(opening, eq(opening.id, forumThreads.openingPostId))
    .innerJoin(accounts, eq(accounts.id, forumThreads.authorId))
    .leftJoin(forumMembers, eq(forumMembers.accountId, forumThreads.authorId))
    .where(inArray(forumThreads.id, ids as never))
    .orderBy(...order);
  return rows.map(summaryOf);
}

/** Written out rather than bound: only so does SQLite know that an index of visible threads will do. */
export const isListed = sql`${forumThreads.visibility} = 'visible' and ${forumThreads.mergedIntoId} is null`;

function conditionsOf({ language, board, lane: wanted }: ThreadFilter): SQL | undefined {
  return and(
    eq(forumThreads.language, language),
    board === undefined ? undefined : eq(forumThreads.board, board),
    wanted === undefined ? undefined : sql`${forumThreads.kind} = 'question' and ${lane} = ${wanted}`,
    isListed,
  );
}

function orderOf({ board, lane: wanted }: Partial<ThreadFilter>): SQL[] {
  const latest = [desc(forumThreads.lastPostAt), desc(forumThreads.id)];
  return board !== undefined && wanted === undefined ? [desc(forumThreads.isPinned), ...latest] : latest;
}
