import { Hono } from 'hono';
import { allow } from '../../access/allow.ts';
import type { Env } from '../../http/env.ts';
import { input } from '../../http/input.ts';
import { byAccount } from '../../accounts/by-account.ts';
import { onceFrom } from '../../http/once.ts';
import { readTicket } from '../../tickets/read.ts';
import { callInput } from './contract.ts';
import { logCall } from './log-call.ts';

export const callRoutes = new Hono<Env>().post('/', allow('calls:log'), input(callInput), async (c) => {
  const services = c.get('services');
  const call = c.req.valid('json');
  const reference = await logCall(services, call, byAccount(c), onceFrom(c, 'calls', call));
  const { id: _, ...ticket } = await readTicket(services, reference);
  return c.json(ticket, 201);
});
