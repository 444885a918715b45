import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { countIdentity } from '../limits/counted.ts';
import { appeal } from './appeal.ts';
import { byModerator } from './by-moderator.ts';
import { appealInput, flagInput, levelInput, sanctionInput } from './contract.ts';
import { flagPost, withdrawFlag } from './flags.ts';
import { memberStanding } from './member-standing.ts';
import { ownStanding } from './own-standing.ts';
import { liftSanction, sanction, setLevel } from './sanctions.ts';

/** Members: what they are warned of, and what they may. */
export const memberRoutes = new Hono<Env>()
  .get('/members/:id', allow('moderation:use'), async (c) =>
    c.json(await memberStanding(c.get('services'), c.req.param('id'))),
  )
  .post('/members/:id/sanctions', allow('moderation:sanction'), input(sanctionInput), async (c) =>
    c.json(await sanction(c.get('services'), c.req.param('id'), c.req.valid('json'), byModerator(c)), 201),
  )
  .delete('/sanctions/:id', allow('moderation:sanction'), async (c) =>
    c.json(await liftSanction(c.get('services'), c.req.param('id'), byModerator(c))),
  )
  .put('/members/:id/level', allow('moderation:sanction'), input(levelInput), async (c) =>
    c.json(await setLevel(c.get('services'), c.req.param('id'), c.req.valid('json'), byModerator(c))),
  );

/** What members do towards moderators: flag, see what became of their own posts, and appeal. */
export const authorRoutes = new Hono<Env>()
  .post('/posts/:id/flags', allow('forum:post'), input(flagInput), async (c) => {
    await countIdentity(c, 'flags-by-account', c.get('account').id);
    await flagPost(c.get('services'), c.req.param('id'), c.req.valid('json'), c.get('account'));
    return c.json({ flagged: true }, 201);
  })
  .delete('/posts/:id/flags', allow('forum:post'), async (c) => {
    await withdrawFlag(c.get('services'), c.req.param('id'), c.get('account'));
    return c.body(null, 204);
  })
  .get('/own', allow('forum:post'), async (c) => c.json(await ownStanding(c.get('services'), c.get('account'))))
  .post('/decisions/:id/appeal', allow('forum:post'), input(appealInput), async (c) => {
    await appeal(c.get('services'), c.req.param('id'), c.req.valid('json'), c.get('account'));
    return c.json({ appealed: true }, 201);
  });
