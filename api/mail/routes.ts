import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { isLanguage } from '../http/language.ts';
import { Problem } from '../problem.ts';
import { listExamples, renderExample } from './gallery.ts';
import { previewAnswer } from './preview.ts';

/** The gallery: every mail that the portal sends, to be looked at before a customer does. */
export const mailRoutes = new Hono<Env>()
  .get('/', allow('outbox:read'), async (c) => c.json({ examples: await listExamples(c.get('services')) }))
  .get('/:kind/:language/:number', allow('outbox:read'), async (c) => {
    const { kind, language, number } = c.req.param();
    if (!isLanguage(language) || !/^\d{1,2}$/.test(number)) throw new Problem('not-found');
    return previewAnswer(c, (await renderExample(c.get('services'), kind, language, Number(number))).html);
  });
