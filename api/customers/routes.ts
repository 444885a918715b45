import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import { blockSender, listBlocked, unblockSender } from './blocked.ts';
import { blockInput, type CustomerHistory, customerMergeInput, type CustomerOrders } from './contract.ts';

function answered<T>(): T {
  throw new Problem('internal');
}

/** Below `/api`: who customers are, and what they did. What is held about them is the room of privacy. */
export const customerRoutes = new Hono<Env>()
  .get('/customers/:id/history', allow('customers:read'), (c) => c.json(answered<CustomerHistory>()))
  .get('/customers/:id/orders', allow('customers:read'), (c) => c.json(answered<CustomerOrders>()))
  .post('/customers/:id/merge', allow('customers:change'), input(customerMergeInput), (c) =>
    c.json(answered<CustomerHistory>()),
  )
  .delete('/customers/:id/merges/:merge', allow('customers:change'), (c) => c.json(answered<CustomerHistory>()))
  .get('/blocked-senders', allow('senders:block'), async (c) =>
    c.json({ senders: await listBlocked(c.get('services')) }),
  )
  .post('/blocked-senders', allow('senders:block'), input(blockInput), async (c) => {
    const by = { ...byAccount(c), language: c.get('language') };
    return c.json(await blockSender(c.get('services'), c.req.valid('json'), by), 201);
  })
  .delete('/blocked-senders/:id', allow('senders:block'), async (c) => {
    await unblockSender(c.get('services'), c.req.param('id'), byAccount(c));
    return c.body(null, 204);
  });
