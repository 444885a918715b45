import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { editInput, previewInput } from './contract.ts';
import { editPost, sourceOf } from './edit.ts';
import { renderedPost } from './markdown.ts';
import { removeOwnPost } from './remove-own.ts';
import { revisionsOf } from './revisions.ts';
import { countChange } from './sending-once.ts';

/** Single posts: how they would look, what they say, how they were changed. */
export const postRoutes = new Hono<Env>()
  .post('/preview', allow('forum:post'), input(previewInput), (c) =>
    c.json({ html: renderedPost(c.req.valid('json').body) }),
  )
  .get('/posts/:id/source', allow('forum:post'), async (c) =>
    c.json(await sourceOf(c.get('services'), c.req.param('id'), c.get('account'))),
  )
  .get('/posts/:id/revisions', async (c) => {
    const services = c.get('services');
    const viewer = await services.sessions.current(c);
    return c.json({ revisions: await revisionsOf(services, c.req.param('id'), viewer) });
  })
  .put('/posts/:id', allow('forum:post'), input(editInput), async (c) => {
    await countChange(c);
    return c.json(await editPost(c.get('services'), c.req.param('id'), c.req.valid('json'), c.get('account')));
  })
  .delete('/posts/:id', allow('forum:post'), async (c) => {
    await countChange(c);
    return c.json(await removeOwnPost(c.get('services'), c.req.param('id'), c.get('account')));
  });
