import { type Context, Hono } from 'hono';
import { emptyTrap, proofOfForm, requireHuman } from '../../challenge/human.ts';
import type { Env } from '../../http/env.ts';
import { fromForm, input, isForm } from '../../http/input.ts';
import { onceFromForm } from '../../http/once.ts';
import { seeOther } from '../../http/see-other.ts';
import { countAddress } from '../../limits/counted.ts';
import { subscriptionInput } from './contract.ts';
import { type SubscriptionStep, subscriptionPage } from './page.ts';
import { subscriberBehind } from './stop-link.ts';
import { askToSubscribe, checkConfirmation, subscribe, unsubscribe } from './subscribe.ts';

/** Notices by mail. Following a link changes nothing, since programs follow links; the button on its page does. */
export const noticeMailRoutes = new Hono<Env>()
  .post(
    '/:language{ja|en}/notices/mail',
    fromForm(noticesPage),
    proofOfForm,
    emptyTrap,
    input(subscriptionInput),
    async (c) => {
      const { email, category } = c.req.valid('json');
      const language = c.get('language');
      const once = await onceFromForm(c, 'notice-subscriptions', { email, category, language });
      await countAddress(c, 'subscriptions-by-address');
      await requireHuman(c, 'subscription', `${once.key} ${once.fingerprint}`);
      await askToSubscribe(c.get('services'), { email, category }, language, once);
      if (isForm(c)) return seeOther(c, `/${language}/notices/mail/sent/`);
      return c.json({ status: 'asked' }, 202);
    },
  )
  .get('/:language{ja|en}/notices/mail', (c) => c.redirect(`/${c.req.param('language')}/notices/`, 303))
  .get('/:language{ja|en}/notices/mail/:step{sent|confirmed|stopped}/', (c) =>
    page(c, c.req.param('step') as SubscriptionStep),
  )
  .get('/:language{ja|en}/notices/mail/confirm/:token/', async (c) => {
    await checkConfirmation(c.get('services'), c.req.param('token'));
    return page(c, 'confirm');
  })
  .post('/:language{ja|en}/notices/mail/confirm/:token/', async (c) => {
    await subscribe(c.get('services'), c.req.param('token'));
    return seeOther(c, `/${c.get('language')}/notices/mail/confirmed/`);
  })
  .get('/:language{ja|en}/notices/mail/stop/:link/', async (c) => {
    subscriberBehind(c.get('services').secret, c.req.param('link'));
    return page(c, 'stop');
  })
  // What mail programs do on one click (RFC 8058): whatever they send along, they mean this.
  .post('/:language{ja|en}/notices/mail/stop/:link/', async (c) => {
    await unsubscribe(c.get('services'), c.req.param('link'));
    return seeOther(c, `/${c.get('language')}/notices/mail/stopped/`);
  });

function noticesPage(c: Context<Env>) {
  const address = `/${c.get('language')}/notices/`;
  return {
    id: 'subscribe',
    page: async () => (await c.get('services').noticeBoard.file(address))?.text ?? null,
  };
}

async function page<E extends Env>(c: Context<E>, step: SubscriptionStep): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex');
  return c.html(await subscriptionPage(c.get('services'), c.get('language'), step));
}
