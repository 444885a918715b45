import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { makeArticleDraft } from '../forum/articles/make-draft.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { byModerator } from './by-moderator.ts';
import { toTicketInput } from './contract.ts';
import { authorRoutes, memberRoutes } from './member-routes.ts';
import { queueRoutes } from './queue-routes.ts';
import { threadActRoutes } from './thread-acts/routes.ts';
import { moveToTicket } from './to-ticket/move-post.ts';
import { wordRoutes } from './word-routes.ts';

/** What leads from the forum elsewhere: into a private request, and into the knowledge base. */
const onwardRoutes = new Hono<Env>()
  .post('/posts/:id/ticket', allow('moderation:to-ticket'), input(toTicketInput), async (c) =>
    c.json(await moveToTicket(c.get('services'), c.req.param('id'), c.req.valid('json'), byModerator(c)), 201),
  )
  .post('/threads/:number{[0-9]{1,9}}/article-draft', allow('article-drafts:make'), async (c) =>
    c.json(await makeArticleDraft(c.get('services'), Number(c.req.param('number')), byModerator(c)), 201),
  );

export const moderationRoutes = new Hono<Env>()
  .route('/', queueRoutes)
  .route('/', threadActRoutes)
  .route('/', onwardRoutes)
  .route('/', memberRoutes)
  .route('/', wordRoutes)
  .route('/', authorRoutes);
