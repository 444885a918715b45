import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import {
  changeCannedAnswer,
  countUse,
  deleteCannedAnswer,
  listCannedAnswers,
  makeCannedAnswer,
} from './canned-answers.ts';
import { cannedAnswerInput } from './contract.ts';

export const cannedAnswerRoutes = new Hono<Env>()
  .get('/', allow('desk:use'), async (c) => c.json({ answers: await listCannedAnswers(c.get('services')) }))
  .post('/', allow('canned-answers:change'), input(cannedAnswerInput), async (c) =>
    c.json(await makeCannedAnswer(c.get('services'), c.req.valid('json'), byAccount(c)), 201),
  )
  .put('/:id', allow('canned-answers:change'), input(cannedAnswerInput), async (c) =>
    c.json(await changeCannedAnswer(c.get('services'), c.req.param('id'), c.req.valid('json'), byAccount(c))),
  )
  .delete('/:id', allow('canned-answers:change'), async (c) => {
    await deleteCannedAnswer(c.get('services'), c.req.param('id'), byAccount(c));
    return c.body(null, 204);
  })
  .post('/:id/uses', allow('tickets:reply'), async (c) => {
    await countUse(c.get('services'), c.req.param('id'));
    return c.body(null, 204);
  });
