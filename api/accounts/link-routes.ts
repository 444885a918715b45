import { Hono } from 'hono';
import { emptyTrap, proofOfForm, requireHuman } from '../challenge/human.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { askByMail } from '../tokens/ask-by-mail.ts';
import { confirmAddress } from './change-address.ts';
import { resetPassword } from './change-password.ts';
import { addressInput, newAccountInput, newPasswordInput, tokenInput } from './contract.ts';
import { enter } from './enter.ts';
import { countAsk, countTry, forgiveTry } from './link-limits.ts';
import { confirmRegistration, readOffer, takeUpInvitation } from './make-account.ts';
import { memberForm, onward } from './pages/member-form.ts';

/** Asking for links by mail, and what they open. The answer never tells whether an address is known. */
export const linkRoutes = new Hono<Env>()
  .post('/sign-in-links', memberForm('sign-in', 'sign-in-link'), input(addressInput), async (c) => {
    const { email } = c.req.valid('json');
    const language = c.get('language');
    await countAsk(c, email, 'sign-in-links-by-address');
    await askByMail(c.get('services'), { kind: 'sign-in-link', email, language });
    return onward(c, () => `/${language}/members/sent/`) ?? c.json({ asked: true }, 202);
  })
  .post('/password-resets', input(addressInput), async (c) => {
    const { email } = c.req.valid('json');
    await countAsk(c, email, 'sign-in-links-by-address');
    await askByMail(c.get('services'), { kind: 'password-reset', email, language: c.get('language') });
    return c.json({ asked: true }, 202);
  })
  .post('/registrations', memberForm('join', 'join'), proofOfForm, emptyTrap, input(addressInput), async (c) => {
    const { email } = c.req.valid('json');
    const language = c.get('language');
    await countAsk(c, email, 'registrations-by-address');
    await requireHuman(c, 'registration');
    await askByMail(c.get('services'), { kind: 'registration', email, language });
    return onward(c, () => `/${language}/members/sent/`) ?? c.json({ asked: true }, 202);
  })
  .put('/password', input(newPasswordInput), async (c) => {
    await countTry(c);
    await resetPassword(c.get('services'), c.req.valid('json'), c.get('requestId'));
    await forgiveTry(c);
    return c.body(null, 204);
  })
  .put('/address', input(tokenInput), async (c) => {
    const services = c.get('services');
    await countTry(c);
    const session = await services.sessions.read(c);
    await confirmAddress(services, c.req.valid('json').token, { requestId: c.get('requestId'), except: session?.id });
    await forgiveTry(c);
    return c.body(null, 204);
  })
  .post('/members', input(newAccountInput), async (c) => {
    await countTry(c);
    const id = await confirmRegistration(c.get('services'), c.req.valid('json'), c.get('requestId'));
    await forgiveTry(c);
    return c.json(await enter(c, id, 'registration'), 201);
  })
  .post('/invitation/offer', input(tokenInput), async (c) => {
    await countTry(c);
    return c.json(await readOffer(c.get('services'), c.req.valid('json').token));
  })
  .post('/invitation', input(newAccountInput), async (c) => {
    await countTry(c);
    const id = await takeUpInvitation(c.get('services'), c.req.valid('json'), c.get('requestId'));
    await forgiveTry(c);
    return c.json(await enter(c, id, 'invitation'), 201);
  });
