import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { previewAnswer } from '../mail/preview.ts';
import { changeMail } from './change.ts';
import { outboxStateInput, type OutboxView, outboxViews } from './contract.ts';
import { listOutbox, readMail, readMailHtml } from './read.ts';

/** What has left, waits or could not leave. */
export const outboxRoutes = new Hono<Env>()
  .get('/', allow('outbox:read'), async (c) => {
    const view = outboxViews.find((known) => known === c.req.query('view')) ?? ('waiting' satisfies OutboxView);
    return c.json(await listOutbox(c.get('services'), view, c.req.query('after') ?? null));
  })
  .get('/:id', allow('outbox:read'), async (c) =>
    c.json(await readMail(c.get('services'), c.req.param('id'), c.get('account').role)),
  )
  .get('/:id/preview', allow('outbox:read'), async (c) =>
    previewAnswer(c, await readMailHtml(c.get('services'), c.req.param('id'))),
  )
  .put('/:id/state', allow('outbox:retry'), input(outboxStateInput), async (c) => {
    await changeMail(c.get('services'), c.req.param('id'), c.req.valid('json'), byAccount(c));
    return c.json(await readMail(c.get('services'), c.req.param('id'), c.get('account').role));
  });
