import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { postRoutes } from './post-routes.ts';
import { threadSearchRoutes } from './search/routes.ts';
import { subscriptionRoutes } from './subscriptions/routes.ts';
import { threadRoutes } from './thread-routes.ts';

/** The forum: everybody reads, members write. */
export const forumRoutes = new Hono<Env>()
  .route('/', threadRoutes)
  .route('/', postRoutes)
  .route('/', pictureRoutes)
  .route('/', threadSearchRoutes)
  .route('/', subscriptionRoutes);
