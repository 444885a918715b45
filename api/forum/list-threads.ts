import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { ThreadKind, ThreadListQuery, ThreadPage } from './contract.ts';
import { lane } from './lanes.ts';
import { mostPages, pagesFor, threadsPerPage } from './paging.ts';
import { latestFirst, summariesAsJson, summariesIn } from './thread-summary.ts';

/** Which list: all of a language, one board, one kind, those questions that stand in one lane. */
type ThreadFilter = Omit<ThreadListQuery, 'page' | 'language'> & { language: Language };

/**
 * One page of a list, newest first, pinned ones on top of their board. A page beyond the last is empty. Throws `not-found`
 * for a board that is none.
 */
export async function listThreads(services: Services, filter: ThreadFilter, page = 1): Promise<ThreadPage> {
  const boards = services.portal().forum?.boards ?? [];
  if (filter.board !== undefined && !boards.includes(filter.board)) throw new Problem('not-found');
  const where = conditionsOf(filter);
  const order = orderOf(filter);
  const most = sql.raw(`limit ${mostPages * threadsPerPage}`);
  const onPage = sql`select id from forum_threads where ${where} order by ${order}
    limit ${threadsPerPage} offset ${(page - 1) * threadsPerPage}`;
  const [found] = await services.db.read.values<[number, string]>(sql`select
    (select count(*) from (select 1 from forum_threads where ${where} ${most})), (${summariesAsJson(onPage, order)})`);
  // On a shared database a row has places, but is no list.
  return {
    threads: summariesIn(found?.[1] ?? '[]'),
    page,
    pages: pagesFor(found?.[0] ?? 0, threadsPerPage),
  };
}

/** Written out rather than bound: only so does SQLite know that an index of visible threads will do. */
export const isListed = sql.raw("forum_threads.visibility = 'visible' and forum_threads.merged_into_id is null");

function conditionsOf({ language, board, kind, lane: wanted }: ThreadFilter): SQL {
  const ofBoard = board === undefined ? sql`` : sql` and board = ${board}`;
  const ofKind = kind === undefined || wanted !== undefined ? sql`` : conditionOn(kind);
  const inLane = wanted === undefined ? sql`` : sql` and kind = 'question' and ${lane} = ${wanted}`;
  return sql`language = ${language}${ofBoard}${ofKind}${inLane} and ${isListed}`;
}

/** Most threads are questions: they are found among all, the others along an index of their own. */
function conditionOn(kind: ThreadKind): SQL {
  return kind === 'question' ? sql` and +kind = 'question'` : sql` and kind = ${kind} and kind <> 'question'`;
}

function orderOf({ board, kind, lane: wanted }: ThreadFilter): SQL {
  const isWhole = wanted === undefined && (kind === undefined || kind === 'question');
  if (board === undefined || !isWhole) return latestFirst;
  return sql`forum_threads.is_pinned desc, ${latestFirst}`;
}
