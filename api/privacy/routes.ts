import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import { audited } from '../audit/audited.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { type CustomerView, customerViews, exportInput, findCustomerInput, holdInput } from './contract.ts';
import { findCustomer, listCustomers, readCustomer } from './customers.ts';
import { eraseCustomer } from './erase.ts';
import { personalDataOf } from './export.ts';
import { dataDocument } from './export-page.ts';
import { liftHold, placeHold } from './holds.ts';
import { retentionPlan } from './retention.ts';

/** What staff do with the data of customers. Addresses are sent in bodies: they do not belong in a log. */
export const privacyRoutes = new Hono<Env>()
  .get('/customers', allow('customers:export'), async (c) => {
    const view = customerViews.find((known) => known === c.req.query('view')) ?? ('all' satisfies CustomerView);
    return c.json(await listCustomers(c.get('services'), view, c.req.query('after') ?? null));
  })
  .post('/customers/find', allow('customers:export'), input(findCustomerInput), async (c) =>
    c.json(await findCustomer(c.get('services'), c.req.valid('json').email)),
  )
  .get('/customers/:id', allow('customers:export'), async (c) =>
    c.json(await readCustomer(c.get('services'), c.req.param('id'))),
  )
  .post('/customers/:id/export', allow('customers:export'), input(exportInput), async (c) => {
    const services = c.get('services');
    const { id } = await readCustomer(services, c.req.param('id'));
    const { format, language } = c.req.valid('json');
    // Told before it is given: whoever gets a copy is in the log.
    await services.db.write([
      audited(services, {
        ...byAccount(c),
        action: 'customers:export',
        target: { kind: 'customer', id },
      }),
    ]);
    const data = await personalDataOf(services, id);
    c.header('Content-Disposition', `attachment; filename="personal-data.${format}"`);
    if (format === 'json') return c.body(JSON.stringify(data, null, 2), 200, { 'Content-Type': 'application/json' });
    return c.html(await dataDocument(data, language, services.timeZone()));
  })
  .post('/customers/:id/erasure', allow('customers:erase'), async (c) => {
    const services = c.get('services');
    const { id } = await readCustomer(services, c.req.param('id'));
    return c.json({ counts: await eraseCustomer(services, { customerId: id, way: 'staff', ...byAccount(c) }) });
  })
  .post('/customers/:id/holds', allow('customers:hold'), input(holdInput), async (c) => {
    const services = c.get('services');
    const by = { ...byAccount(c), language: c.get('language') };
    await placeHold(services, c.req.param('id'), c.req.valid('json'), by);
    return c.json(await readCustomer(services, c.req.param('id')), 201);
  })
  .delete('/customers/:id/holds/:hold', allow('customers:hold'), async (c) => {
    const services = c.get('services');
    const { id, hold } = c.req.param();
    await liftHold(services, id, hold, byAccount(c));
    return c.json(await readCustomer(services, id));
  })
  .get('/retention', allow('retention:read'), async (c) => c.json({ kinds: await retentionPlan(c.get('services')) }));
