import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input, query } from '../http/input.ts';
import { answerAppeal } from './answer-appeal.ts';
import { byModerator } from './by-moderator.ts';
import { claim, release } from './claims.ts';
import { appealAnswer, decisionInput, reviewableFilter } from './contract.ts';
import { decide } from './decide.ts';
import { countQueue, listReviewables, readDetail } from './queue.ts';
import { withoutReporters } from './reporters.ts';
import { undoDecision } from './undo.ts';

/** The queue, and everything moderators decide. */
export const queueRoutes = new Hono<Env>()
  .get('/reviewables', allow('moderation:use'), query(reviewableFilter), async (c) => {
    const { reviewables, next } = await listReviewables(c.get('services'), c.req.valid('query'));
    return c.json({ reviewables: reviewables.map((item) => withoutReporters(item, c.get('account'))), next });
  })
  .get('/counts', allow('moderation:use'), async (c) => c.json(await countQueue(c.get('services'))))
  .get('/reviewables/:id', allow('moderation:use'), async (c) =>
    c.json(withoutReporters(await readDetail(c.get('services'), c.req.param('id')), c.get('account'))),
  )
  .put('/reviewables/:id/claim', allow('moderation:use'), async (c) =>
    c.json(withoutReporters(await claim(c.get('services'), c.req.param('id'), byModerator(c)), c.get('account'))),
  )
  .delete('/reviewables/:id/claim', allow('moderation:use'), async (c) =>
    c.json(withoutReporters(await release(c.get('services'), c.req.param('id'), byModerator(c)), c.get('account'))),
  )
  .post('/decisions', allow('moderation:use'), input(decisionInput), async (c) =>
    c.json(await decide(c.get('services'), c.req.valid('json'), byModerator(c)), 201),
  )
  .delete('/decisions/:id', allow('moderation:use'), async (c) =>
    c.json(await undoDecision(c.get('services'), c.req.param('id'), byModerator(c))),
  )
  .put('/appeals/:id', allow('moderation:use'), input(appealAnswer), async (c) =>
    c.json(
      withoutReporters(
        await answerAppeal(c.get('services'), c.req.param('id'), c.req.valid('json'), byModerator(c)),
        c.get('account'),
      ),
    ),
  );
