import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { linkRoutes } from './link-routes.ts';
import { ownAccountRoutes } from './own/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** Everything about accounts: signing in, what mails lead to, one's own account, and the people who work here. */
export const accountRoutes = new Hono<Env>()
  .route('/', sessionRoutes)
  .route('/', linkRoutes)
  .route('/account', ownAccountRoutes)
  .route('/', peopleRoutes);
