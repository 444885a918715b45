import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import { type CannedAnswer, cannedAnswerInput } from './contract.ts';

function answered<T>(): T {
  throw new Problem('internal');
}

export const cannedAnswerRoutes = new Hono<Env>()
  .get('/', allow('desk:use'), (c) => c.json(answered<{ answers: CannedAnswer[] }>()))
  .post('/', allow('canned-answers:change'), input(cannedAnswerInput), (c) => c.json(answered<CannedAnswer>(), 201))
  .put('/:id', allow('canned-answers:change'), input(cannedAnswerInput), (c) => c.json(answered<CannedAnswer>()))
  .delete('/:id', allow('canned-answers:change'), (c) => c.body(answered<null>(), 204))
  .post('/:id/uses', allow('tickets:reply'), (c) => c.body(answered<null>(), 204));
