import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { allow } from '../access/allow.ts';
import type { Account } from '../accounts/contract.ts';
import type { Env } from '../http/env.ts';
import { input, query } from '../http/input.ts';
import { countIdentity } from '../limits/counted.ts';
import { Problem } from '../problem.ts';
import { acceptAnswer, withdrawAcceptance } from './accept.ts';
import { acceptInput, meTooInput, pageQuery, postInput, threadInput, threadListQuery } from './contract.ts';
import { threadAt } from './find-thread.ts';
import { threadForAll } from './kept.ts';
import { jsonForAll } from './kept-json.ts';
import { listThreads } from './list-threads.ts';
import { threadStream } from './live/stream.ts';
import { sayMeToo, takeBackMeToo } from './me-too.ts';
import { readMember } from './read-member.ts';
import { threadAsSeen } from './read-thread.ts';
import { countChange, sendingOnce } from './sending-once.ts';
import { submitReply, submitThread } from './submit.ts';
import { noteVisit } from './visits.ts';

/** A portal without a forum in its settings has none, whatever was written in it before. */
const whereThereIsOne = createMiddleware<Env>(async (c, next) => {
  if (!c.get('services').portal().forum) throw new Problem('not-found');
  await next();
});

/** Threads: everybody reads, members write. */
export const threadRoutes = new Hono<Env>()
  .use(whereThereIsOne)
  .get('/threads', query(threadListQuery), async (c) => {
    const { page, language = c.get('language'), ...filter } = c.req.valid('query');
    await seenBy(c, null);
    return jsonForAll(c, () => listThreads(c.get('services'), { ...filter, language }, page));
  })
  .get('/threads/:number{[0-9]{1,9}}', query(pageQuery), async (c) => {
    const services = c.get('services');
    const viewer = await services.sessions.current(c);
    const { page } = c.req.valid('query');
    const thread = await (viewer ? threadAt(services, numberIn(c), viewer) : threadForAll(c, numberIn(c)));
    if (thread.number !== numberIn(c)) return c.redirect(`/api/forum/threads/${thread.number}`, 308) as never;
    if (!viewer) return jsonForAll(c, () => threadAsSeen(services, thread, null, page));
    await noteVisit(services, viewer.id, thread.id);
    return c.json(await threadAsSeen(services, thread, viewer, page));
  })
  .get('/threads/:number{[0-9]{1,9}}/live', (c) => threadStream(c, numberIn(c)))
  .get('/members/:id', (c) => jsonForAll(c, () => readMember(c.get('services'), c.req.param('id'))))
  .post('/threads', allow('forum:post'), input(threadInput), async (c) => {
    const { key, ...thread } = c.req.valid('json');
    const once = await sendingOnce(c, c.get('account').id, 'threads', thread, key);
    await countIdentity(c, 'forum-threads-by-account', c.get('account').id);
    return c.json(await submitThread(c.get('services'), thread, c.get('account'), once), 201);
  })
  .post('/threads/:number{[0-9]{1,9}}/posts', allow('forum:post'), input(postInput), async (c) => {
    const { key, ...post } = c.req.valid('json');
    const once = await sendingOnce(c, c.get('account').id, `posts:${numberIn(c)}`, post, key);
    return c.json(await submitReply(c.get('services'), numberIn(c), post, c.get('account'), once), 201);
  })
  .put('/threads/:number{[0-9]{1,9}}/accepted', allow('forum:post'), input(acceptInput), async (c) => {
    const services = c.get('services');
    await countChange(c);
    const thread = await acceptAnswer(services, numberIn(c), c.req.valid('json').post, c.get('account'));
    return c.json(await threadAsSeen(services, thread, c.get('account')));
  })
  .delete('/threads/:number{[0-9]{1,9}}/accepted', allow('forum:post'), async (c) => {
    const services = c.get('services');
    await countChange(c);
    const thread = await withdrawAcceptance(services, numberIn(c), c.get('account'));
    return c.json(await threadAsSeen(services, thread, c.get('account')));
  })
  .put('/threads/:number{[0-9]{1,9}}/me-too', allow('forum:post'), input(meTooInput), async (c) => {
    await countChange(c);
    return c.json(await sayMeToo(c.get('services'), numberIn(c), c.req.valid('json').wording, c.get('account')));
  })
  .delete('/threads/:number{[0-9]{1,9}}/me-too', allow('forum:post'), async (c) => {
    await countChange(c);
    return c.json(await takeBackMeToo(c.get('services'), numberIn(c), c.get('account')));
  });

function numberIn<E extends Env>(c: Context<E>): number {
  return Number(c.req.param('number'));
}

/** Who looks on; their visit is counted. */
async function seenBy(c: Context<Env>, threadId: string | null): Promise<Account | null> {
  const services = c.get('services');
  const viewer = await services.sessions.current(c);
  if (viewer) await noteVisit(services, viewer.id, threadId);
  return viewer;
}
