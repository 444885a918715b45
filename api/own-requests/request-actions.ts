import { Hono } from 'hono';
import { z } from 'zod';
import type { Env } from '../http/env.ts';
import { fromForm, input, isForm } from '../http/input.ts';
import { seeOther } from '../http/see-other.ts';
import { countAddress } from '../limits/counted.ts';
import { ratingInput } from '../ratings/contract.ts';
import { rate } from '../ratings/rate.ts';
import { closeByCustomer, reopenByCustomer } from '../tickets/change-state.ts';
import { conversationBehind } from '../tickets/private-links.ts';
import { readRequest } from '../tickets/read.ts';

/** What a customer says of their own request: done, not done, and how it was. */
const ownStateInput = z.strictObject({ state: z.enum(['solved', 'open']) });

/** What a customer does with their request besides writing. Works without JavaScript. */
export const requestActionRoutes = new Hono<Env>()
  .post(
    '/:language{ja|en}/requests/:token/state',
    fromForm(() => ({ id: 'moves', page: async () => null })),
    input(ownStateInput),
    async (c) => {
      const services = c.get('services');
      const id = await conversationBehind(services.db, c.req.param('token'), services.clock());
      await countAddress(c, 'messages');
      if (c.req.valid('json').state === 'solved') await closeByCustomer(services, id);
      else await reopenByCustomer(services, id);
      if (isForm(c)) return seeOther(c, `/${c.get('language')}/requests/${c.req.param('token')}/#state`);
      return c.json(await readRequest(services.db, id, services.clock()));
    },
  )
  .post(
    '/:language{ja|en}/requests/:token/rating',
    fromForm(() => ({ id: 'rating-form', page: async () => null })),
    input(ratingInput),
    async (c) => {
      const services = c.get('services');
      const id = await conversationBehind(services.db, c.req.param('token'), services.clock());
      await countAddress(c, 'messages');
      await rate(services, id, c.req.valid('json'));
      if (isForm(c)) return seeOther(c, `/${c.get('language')}/requests/${c.req.param('token')}/#rating`);
      return c.json(await readRequest(services.db, id, services.clock()));
    },
  );
