import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { mailInDecisionInput, type MailInView, mailInViews } from './contract.ts';
import { decideOnMail } from './decide.ts';
import { takeInFrom } from './inbound.ts';
import { listReceivedMails, rawMail, readReceivedMail } from './read.ts';

/** Below `/api`: mails that come in, and what staff make of those that nobody could. */
export const mailInRoutes = new Hono<Env>()
  .post('/mail-in', async (c) => {
    const taken = await takeInFrom(c);
    return c.json(taken, 202);
  })
  .get('/received-mails', allow('mail-in:read'), async (c) => {
    const view = mailInViews.find((known) => known === c.req.query('view')) ?? ('quarantined' satisfies MailInView);
    return c.json(await listReceivedMails(c.get('services'), view, c.req.query('after') ?? null));
  })
  .get('/received-mails/:id', allow('mail-in:read'), async (c) =>
    c.json(await readReceivedMail(c.get('services'), c.req.param('id'))),
  )
  .get('/received-mails/:id/raw', allow('mail-in:read'), async (c) => {
    const content = await rawMail(c.get('services'), c.req.param('id'));
    // Whatever is in it: nothing but text to be kept as a file.
    c.header('Content-Type', 'text/plain; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="mail.txt"');
    c.header('Content-Security-Policy', "default-src 'none'; sandbox");
    return c.body(Readable.toWeb(Readable.from(content)) as ReadableStream);
  })
  .post('/received-mails/:id/decision', allow('mail-in:decide'), input(mailInDecisionInput), async (c) => {
    const services = c.get('services');
    await decideOnMail(services, c.req.param('id'), c.req.valid('json').decision, byAccount(c));
    return c.json(await readReceivedMail(services, c.req.param('id')));
  });
