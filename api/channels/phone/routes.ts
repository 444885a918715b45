import { Hono } from 'hono';
import { allow } from '../../access/allow.ts';
import type { Env } from '../../http/env.ts';
import { input } from '../../http/input.ts';
import { Problem } from '../../problem.ts';
import type { Ticket } from '../../tickets/contract.ts';
import { callInput } from './contract.ts';

function answered<T>(): T {
  throw new Problem('internal');
}

export const callRoutes = new Hono<Env>().post('/', allow('calls:log'), input(callInput), (c) =>
  c.json(answered<Ticket>(), 201),
);
