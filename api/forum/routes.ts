import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { Problem } from '../problem.ts';
import type { FoundThreads, Similar } from './contract.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { postRoutes } from './post-routes.ts';
import { subscriptionRoutes } from './subscriptions/routes.ts';
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
  .route('/', subscriptionRoutes);
