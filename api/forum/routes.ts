import { Hono } from 'hono';
import { z } from 'zod';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import { type FoundThreads, type Similar, subscriptionInput } from './contract.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { postRoutes } from './post-routes.ts';
import { threadRoutes } from './thread-routes.ts';

/** Stands where a verb is to be. */
function later<T>(): T {
  throw new Problem('internal');
}

/** The forum: everybody reads, members write. */
export const forumRoutes = new Hono<Env>()
  .route('/', threadRoutes)
  .route('/', postRoutes)
  .route('/', pictureRoutes)
  .get('/similar', (c) => c.json(later<Similar>()))
  .get('/search', (c) => c.json(later<FoundThreads>()))
  .put('/threads/:number{[0-9]{1,9}}/subscription', allow('forum:post'), input(subscriptionInput), (c) =>
    c.json(later<z.output<typeof subscriptionInput>>()),
  )
  .delete('/threads/:number{[0-9]{1,9}}/subscription', allow('forum:post'), () => later<Response>())
  .put('/boards/:language{ja|en}/:board/subscription', allow('forum:post'), input(subscriptionInput), (c) =>
    c.json(later<z.output<typeof subscriptionInput>>()),
  )
  .delete('/boards/:language{ja|en}/:board/subscription', allow('forum:post'), () => later<Response>());
