import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { answerWithAttachment, answerWithPreview } from './answer.ts';
import { readAttachment } from './read.ts';

/** Attachments for staff; customers have theirs behind their private link (`tickets/request-routes.ts`). */
export const attachmentRoutes = new Hono<Env>()
  .get('/:id', allow('tickets:read'), async (c) =>
    answerWithAttachment(c, await readAttachment(c.get('services').db, c.req.param('id'))),
  )
  .get('/:id/preview', allow('tickets:read'), async (c) =>
    answerWithPreview(c, await readAttachment(c.get('services').db, c.req.param('id'))),
  );
