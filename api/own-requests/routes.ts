import { Hono } from 'hono';
import { emptyTrap, proofOfForm, requireHuman } from '../challenge/human.ts';
import type { Env } from '../http/env.ts';
import { fromForm, input, isForm } from '../http/input.ts';
import { seeOther } from '../http/see-other.ts';
import { countAddress } from '../limits/counted.ts';
import { keepPrivate } from '../privacy/my-data-page.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { orAskAgain } from '../tokens/ask-again.ts';
import { askByMail } from '../tokens/ask-by-mail.ts';
import { findToken } from '../tokens/one-time-tokens.ts';
import { ownRequestsInput } from './contract.ts';
import { ownRequests } from './list.ts';
import { ownRequestsPage } from './page.ts';

/** “My requests”: all of them, for whoever proves an address by a mail. Works without JavaScript. */
export const ownRequestRoutes = new Hono<Env>()
  .post(
    '/api/own-requests',
    fromForm((c) => ({
      id: 'my-requests',
      page: () => c.get('services').pages.shell(`/${c.get('language')}/my-requests/`),
    })),
    proofOfForm,
    emptyTrap,
    input(ownRequestsInput),
    async (c) => {
      const { email, language } = c.req.valid('json');
      await countAddress(c, 'data-requests-by-address');
      await requireHuman(c, 'data-request');
      const services = c.get('services');
      await askByMail(services, { kind: 'own-requests', email, language });
      services.outbox.wake();
      if (isForm(c)) return seeOther(c, `/${language}/my-requests/sent/`);
      return c.json({}, 202);
    },
  )
  .get(`/:language{ja|en}/my-requests/:token{[\\w-]{32}}/`, async (c) => {
    const services = c.get('services');
    const address = await orAskAgain(c, 'my-requests', addressBehind(services, c.req.param('token')));
    const requests = await ownRequests(services, address);
    const page = await ownRequestsPage(services, c.get('language'), { address, requests });
    if (page === null) throw new Problem('not-found');
    keepPrivate(c);
    return c.html(page);
  });

/** The address that a link was sent to. Throws `link-expired`, also for one that never was. */
async function addressBehind({ db, clock }: Services, token: string): Promise<string> {
  const found = await findToken(db, 'own-requests', token, clock());
  if (!found) throw new Problem('link-expired');
  return found.subject;
}
