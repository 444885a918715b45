import { type Context, Hono } from 'hono';
import type { Env } from '../../http/env.ts';
import { Problem } from '../../problem.ts';
import { threadUrl } from '../addresses.ts';
import { threadKinds, threadLanes, type ThreadPage } from '../contract.ts';
import { threadAt, type ThreadRow } from '../find-thread.ts';
import { keptForAll, threadForAll } from '../kept.ts';
import { listThreads } from '../list-threads.ts';
import { mostPages } from '../paging.ts';
import { readMember } from '../read-member.ts';
import { threadAsSeen } from '../read-thread.ts';
import { noteVisit } from '../visits.ts';
import { answerPage, answerPageForAll, pageIn, surroundingsOf } from './answer-page.ts';
import { askPage } from './ask-page.ts';
import { answerGone } from './gone.ts';
import { listPage } from './list-page.ts';
import { memberPage } from './member-page.ts';
import { ownPage } from './own-page.ts';
import { addressOfPost, placeOfPost } from './place-of-post.ts';
import { threadPage } from './thread-page.ts';
import type { Surroundings } from './parts.ts';

/** The forum to be read: pages that the site drew, filled anew for each who asks. */
export const readRoutes = new Hono<Env>()
  .get('/:language{ja|en}/forum/', async (c) => answerList(c, undefined))
  .get('/:language{ja|en}/forum/new/', async (c) => {
    const around = await surroundingsOf(c);
    const { board = '', title = '' } = c.req.query();
    return answerPage(c, around.reader, await askPage(around, { board, title }));
  })
  .get('/:language{ja|en}/forum/own/', async (c) => {
    const around = await surroundingsOf(c);
    return answerPage(c, around.reader, await ownPage(around));
  })
  .get('/:language{ja|en}/forum/members/:id/', async (c) => {
    const around = await surroundingsOf(c);
    return answerPageForAll(c, around, `/${around.language}/forum/members/shell/`, async () =>
      memberPage(around, await readMember(around.services, c.req.param('id'))),
    );
  })
  .get('/:language{ja|en}/forum/posts/:id/', async (c) => {
    const { services, reader } = await surroundingsOf(c);
    const { url } = await placeOfPost(services, c.req.param('id'), reader);
    return c.redirect(url, 303);
  })
  .get('/:language{ja|en}/forum/:number{[0-9]{1,9}}', (c) => {
    const { language, number } = c.req.param();
    return c.redirect(`/${language}/forum/${number}/${new URL(c.req.url).search}`, 308);
  })
  .get('/:language{ja|en}/forum/:number{[0-9]{1,9}}/', async (c) => {
    const around = await surroundingsOf(c);
    const number = Number(c.req.param('number'));
    const { services, reader } = around;
    const thread = await (reader ? threadAt(services, number, reader) : threadForAll(c, number)).catch(notFound);
    if (thread === null) {
      const gone = await answerGone(c, around, number);
      if (gone) return gone;
      throw new Problem('not-found');
    }
    if (thread.number !== number || thread.language !== around.language) {
      return c.redirect(`${threadUrl(thread)}${new URL(c.req.url).search}`, 308);
    }
    if (reader) await noteVisit(services, reader.id, thread.id);
    return answerPageForAll(c, around, `/${around.language}/forum/thread/shell/`, () => htmlOf(c, around, thread));
  })
  // Where a reader stands after a form that had to be sent again, and may reload.
  .get('/:language{ja|en}/forum/:number{[0-9]{1,9}}/:act{posts|me-too|accepted|article-draft}', (c) =>
    c.redirect('./', 303),
  )
  .get('/:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}/', async (c, next) => {
    const { services } = await surroundingsOf(c);
    const board = c.req.param('board');
    // What is no board may be a page of the site's own.
    if (!services.portal().forum?.boards.includes(board)) return next();
    return answerList(c, board);
  });

async function answerList(c: Context<Env>, board: string | undefined): Promise<Response> {
  const around = await surroundingsOf(c);
  const { services, language, reader } = around;
  const kind = threadKinds.find((one) => one === c.req.query('kind'));
  const lane = threadLanes.find((one) => one === c.req.query('lane'));
  const page = pageIn(c, mostPages);
  if (reader) await noteVisit(services, reader.id, null);
  const shell = `/${language}/forum/${board === undefined ? '' : `${board}/`}`;
  return answerPageForAll(c, around, shell, async () => {
    const find = () => listThreads(services, { language, board, kind, lane }, page);
    // Members see the same threads as everybody.
    const list = await keptForAll(c, { name: 'list', length: lengthOfList }, find);
    if (page > 1 && list.threads.length === 0) throw new Problem('not-found');
    return listPage(around, { board, kind, lane }, list);
  });
}

/** About as much as its threads take up. */
function lengthOfList({ threads }: ThreadPage): number {
  return threads.length * 600;
}

/** Nothing, for what is not there. */
function notFound(error: unknown): null {
  if (error instanceof Problem && error.slug === 'not-found') return null;
  throw error;
}

/** A page of a thread as a request asks for it. Throws `not-found`, also for a page that it has not. */
export async function threadHtml(c: Context<Env>, around: Surroundings, number: number): Promise<string | null> {
  return htmlOf(c, around, await threadAt(around.services, number, around.reader));
}

async function htmlOf(c: Context<Env>, around: Surroundings, row: ThreadRow): Promise<string | null> {
  const { services, reader } = around;
  const page = pageIn(c, 99_999);
  const thread = await threadAsSeen(services, row, reader, page);
  if (page > thread.pages) throw new Problem('not-found');
  const acceptedAt = thread.accepted ? await addressOfPost(services, thread.accepted, row) : '';
  return threadPage(around, thread, {
    quote: c.req.query('quote'),
    acceptedAt,
    wasFlagged: c.req.query('flagged') !== undefined,
    wasDrafted: c.req.query('drafted') !== undefined,
    isSentAgain: c.get('typed') !== undefined,
  });
}
