import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { allow, type SignedInEnv } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input, query } from '../http/input.ts';
import { onceFromForm } from '../http/once.ts';
import { countAddress, countIdentity } from '../limits/counted.ts';
import { Problem } from '../problem.ts';
import {
  acceptInput,
  editInput,
  type ForumMember,
  type ForumPost,
  type FoundThreads,
  meTooInput,
  pageQuery,
  type PostInput,
  postInput,
  previewInput,
  type SentPost,
  type Similar,
  subscriptionInput,
  type Thread,
  threadInput,
  threadListQuery,
} from './contract.ts';
import { threadAt } from './find-thread.ts';
import { listThreads } from './list-threads.ts';
import { renderedPost } from './markdown.ts';
import { threadAsSeen } from './read-thread.ts';
import { submitReply, submitThread } from './submit.ts';

/** Stands where a verb is to be. */
function later<T>(): T {
  throw new Problem('internal');
}

/** Threads and posts: everybody reads, members write. */
export const forumRoutes = new Hono<Env>()
  .get('/threads', query(threadListQuery), async (c) => {
    const { page, language = c.get('language'), ...filter } = c.req.valid('query');
    return c.json(await listThreads(c.get('services'), { ...filter, language }, page));
  })
  .get('/threads/:number{[0-9]{1,9}}', query(pageQuery), async (c) => {
    const services = c.get('services');
    const viewer = await services.sessions.current(c);
    const number = Number(c.req.param('number'));
    const thread = await threadAt(services, number, viewer);
    if (thread.number !== number) return c.redirect(`/api/forum/threads/${thread.number}`, 308) as never;
    return c.json(await threadAsSeen(services, thread, viewer, c.req.valid('query').page));
  })
  .get('/threads/:number{[0-9]{1,9}}/live', () => later<Response>())
  .get('/similar', (c) => c.json(later<Similar>()))
  .get('/search', (c) => c.json(later<FoundThreads>()))
  .get('/members/:id', (c) => c.json(later<ForumMember>()))
  .post('/threads', allow('forum:post'), input(threadInput), async (c) => {
    const { key, ...thread } = c.req.valid('json');
    const once = await sendingOnce(c, 'threads', thread, key);
    await countIdentity(c, 'forum-threads-by-account', c.get('account').id);
    return c.json(await submitThread(c.get('services'), thread, c.get('account'), once), 201);
  })
  .post('/threads/:number{[0-9]{1,9}}/posts', allow('forum:post'), input(postInput), async (c) => {
    const { key, ...post } = c.req.valid('json');
    const number = Number(c.req.param('number'));
    const once = await sendingOnce(c, `posts:${number}`, post, key);
    return c.json(await submitReply(c.get('services'), number, post, c.get('account'), once), 201);
  })
  .post('/preview', allow('forum:post'), input(previewInput), (c) =>
    c.json({ html: renderedPost(c.req.valid('json').body) }),
  )
  .get('/posts/:id/source', allow('forum:post'), (c) =>
    c.json(later<{ title: string | null; body: string; version: number }>()),
  )
  .get('/posts/:id/revisions', (c) =>
    c.json(
      later<{ revisions: { title: string | null; body: string; by: string; reason: string | null; at: number }[] }>(),
    ),
  )
  .put('/posts/:id', allow('forum:post'), input(editInput), (c) => c.json(later<SentPost>()))
  .delete('/posts/:id', allow('forum:post'), (c) => c.json(later<ForumPost>()))
  .put('/threads/:number{[0-9]{1,9}}/accepted', allow('forum:post'), input(acceptInput), (c) => c.json(later<Thread>()))
  .delete('/threads/:number{[0-9]{1,9}}/accepted', allow('forum:post'), (c) => c.json(later<Thread>()))
  .put('/threads/:number{[0-9]{1,9}}/me-too', allow('forum:post'), input(meTooInput), (c) =>
    c.json(later<{ meToos: number }>()),
  )
  .delete('/threads/:number{[0-9]{1,9}}/me-too', allow('forum:post'), (c) => c.json(later<{ meToos: number }>()))
  .put('/threads/:number{[0-9]{1,9}}/subscription', allow('forum:post'), input(subscriptionInput), (c) =>
    c.json(later<z.output<typeof subscriptionInput>>()),
  )
  .delete('/threads/:number{[0-9]{1,9}}/subscription', allow('forum:post'), () => later<Response>())
  .put('/boards/:language{ja|en}/:board/subscription', allow('forum:post'), input(subscriptionInput), (c) =>
    c.json(later<z.output<typeof subscriptionInput>>()),
  )
  .delete('/boards/:language{ja|en}/:board/subscription', allow('forum:post'), () => later<Response>());

/** Counts what is sent, by where it comes from and by whom, and says what makes a retry of it the same. */
async function sendingOnce(
  c: Context<SignedInEnv>,
  what: string,
  { secondsTyping: _, ...content }: Pick<PostInput, 'secondsTyping'>,
  key?: string,
) {
  const { id } = c.get('account');
  await countAddress(c, 'forum-posts');
  await countIdentity(c, 'forum-posts-by-account', id);
  return onceFromForm(c, `forum-${what}:${id}`, content, key);
}
