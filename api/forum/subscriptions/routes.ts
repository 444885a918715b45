import { type Context, Hono } from 'hono';
import type { Language } from '../../../content/schema/languages.ts';
import { allow } from '../../access/allow.ts';
import type { Env } from '../../http/env.ts';
import { input } from '../../http/input.ts';
import { seeOther } from '../../http/see-other.ts';
import { countChange } from '../sending-once.ts';
import { subscriptionInput } from './contract.ts';
import { type StopStep, stopPage } from './page.ts';
import { behindStop, type StopScope } from './stop-link.ts';
import {
  ownSubscriptions,
  stopByLink,
  subscribeToBoard,
  subscribeToThread,
  unsubscribeFromBoard,
  unsubscribeFromThread,
} from './subscribe.ts';

const thread = '/threads/:number{[0-9]{1,9}}/subscription';
const board = '/boards/:language{ja|en}/:board/subscription';

/** Who hears of what is new. */
export const subscriptionRoutes = new Hono<Env>()
  .get('/subscriptions', allow('forum:post'), async (c) =>
    c.json({ subscriptions: await ownSubscriptions(c.get('services'), c.get('account')) }),
  )
  .put(thread, allow('forum:post'), input(subscriptionInput), async (c) => {
    const { every } = c.req.valid('json');
    await countChange(c);
    await subscribeToThread(c.get('services'), Number(c.req.param('number')), every, c.get('account'));
    return c.json({ every });
  })
  .delete(thread, allow('forum:post'), async (c) => {
    await unsubscribeFromThread(c.get('services'), Number(c.req.param('number')), c.get('account'));
    return c.body(null, 204);
  })
  .put(board, allow('forum:post'), input(subscriptionInput), async (c) => {
    const { every } = c.req.valid('json');
    await countChange(c);
    await subscribeToBoard(c.get('services'), boardIn(c), every, c.get('account'));
    return c.json({ every });
  })
  .delete(board, allow('forum:post'), async (c) => {
    await unsubscribeFromBoard(c.get('services'), boardIn(c), c.get('account'));
    return c.body(null, 204);
  });

const stop = '/:language{ja|en}/forum/mail/stop/:scope{one|all}/:link/';

/** What links in mails open. Following one changes nothing, since programs follow links; the button on its page does. */
export const forumMailRoutes = new Hono<Env>()
  .get('/:language{ja|en}/forum/mail/stopped/', (c) => page(c, 'stopped'))
  .get(stop, (c) => {
    const scope = scopeIn(c);
    behindStop(c.get('services').secret, scope, c.req.param('link'));
    return page(c, scope);
  })
  // What mail programs do on one click (RFC 8058): whatever they send along, they mean this.
  .post(stop, async (c) => {
    await stopByLink(c.get('services'), scopeIn(c), c.req.param('link'));
    return seeOther(c, `/${c.get('language')}/forum/mail/stopped/`);
  });

function boardIn<E extends Env>(c: Context<E>): { language: Language; board: string } {
  return { language: c.req.param('language') as Language, board: c.req.param('board') ?? '' };
}

function scopeIn<E extends Env>(c: Context<E>): StopScope {
  return c.req.param('scope') === 'all' ? 'all' : 'one';
}

async function page<E extends Env>(c: Context<E>, step: StopStep): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex');
  return c.html(await stopPage(c.get('services'), c.get('language'), step));
}
