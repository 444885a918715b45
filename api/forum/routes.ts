import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import {
  acceptInput,
  editInput,
  type ForumMember,
  type ForumPost,
  type FoundThreads,
  meTooInput,
  postInput,
  previewInput,
  type SentPost,
  type Similar,
  subscriptionInput,
  type Thread,
  threadInput,
  type ThreadPage,
} from './contract.ts';

/** Stands where a verb is to be. */
function later<T>(): T {
  throw new Problem('internal');
}

/** Threads and posts: everybody reads, members write. */
export const forumRoutes = new Hono<Env>()
  .get('/threads', (c) => c.json(later<ThreadPage>()))
  .get('/threads/:number{[0-9]{1,9}}', (c) => c.json(later<Thread>()))
  .get('/threads/:number{[0-9]{1,9}}/live', () => later<Response>())
  .get('/similar', (c) => c.json(later<Similar>()))
  .get('/search', (c) => c.json(later<FoundThreads>()))
  .get('/members/:id', (c) => c.json(later<ForumMember>()))
  .post('/threads', allow('forum:post'), input(threadInput), (c) => c.json(later<SentPost>(), 201))
  .post('/threads/:number{[0-9]{1,9}}/posts', allow('forum:post'), input(postInput), (c) =>
    c.json(later<SentPost>(), 201),
  )
  .post('/preview', allow('forum:post'), input(previewInput), (c) => c.json(later<{ html: string }>()))
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
