import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import { mergeCustomers } from './merge.ts';
import { currentCustomer } from './merged.ts';
import { identitiesOf, readHistory } from './history.ts';
import { undoMerge } from './undo-merge.ts';
import { blockSender, listBlocked, unblockSender } from './blocked.ts';
import { blockInput, customerMergeInput } from './contract.ts';

/** Below `/api`: who customers are, and what they did. What is held about them is the room of privacy. */
export const customerRoutes = new Hono<Env>()
  .get('/customers/:id/history', allow('customers:read'), async (c) =>
    c.json(await readHistory(c.get('services'), c.req.param('id'))),
  )
  .get('/customers/:id/orders', allow('customers:read'), async (c) => {
    const { db, orders } = c.get('services');
    const customer = await currentCustomer(db, c.req.param('id'));
    if (!customer) throw new Problem('not-found');
    return c.json(await orders.ordersOf(await identitiesOf(db, customer.id)));
  })
  .post('/customers/:id/merge', allow('customers:change'), input(customerMergeInput), async (c) => {
    const services = c.get('services');
    const by = { ...byAccount(c), language: c.get('language') };
    const id = await mergeCustomers(services, c.req.param('id'), c.req.valid('json').other, by);
    return c.json(await readHistory(services, id));
  })
  .delete('/customers/:id/merges/:merge', allow('customers:change'), async (c) => {
    const services = c.get('services');
    const { id: into, merge } = c.req.param();
    await undoMerge(services, { into, merge }, byAccount(c));
    return c.json(await readHistory(services, into));
  })
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
