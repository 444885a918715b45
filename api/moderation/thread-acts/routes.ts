import { type Context, Hono } from 'hono';
import { allow, type SignedInEnv } from '../../access/allow.ts';
import type { Env } from '../../http/env.ts';
import { input } from '../../http/input.ts';
import { byModerator } from '../by-moderator.ts';
import { mergeThreadsInput, moveInput, splitThreadInput, threadVersion } from '../contract.ts';
import { changeThread, moveThread, type SimpleAct } from './change-thread.ts';
import { mergeThreads } from './merge-threads.ts';
import { splitThread } from './split-thread.ts';

const lock = '/threads/:number{[0-9]{1,9}}/lock';
const pin = '/threads/:number{[0-9]{1,9}}/pin';
const archive = '/threads/:number{[0-9]{1,9}}/archive';

/** Acts on whole threads; each is undone as a decision is. */
export const threadActRoutes = new Hono<Env>()
  .put(lock, allow('moderation:use'), input(threadVersion), async (c) =>
    c.json(await changed(c, 'lock', c.req.valid('json'))),
  )
  .delete(lock, allow('moderation:use'), input(threadVersion), async (c) =>
    c.json(await changed(c, 'unlock', c.req.valid('json'))),
  )
  .put(pin, allow('moderation:use'), input(threadVersion), async (c) =>
    c.json(await changed(c, 'pin', c.req.valid('json'))),
  )
  .delete(pin, allow('moderation:use'), input(threadVersion), async (c) =>
    c.json(await changed(c, 'unpin', c.req.valid('json'))),
  )
  .put(archive, allow('moderation:use'), input(threadVersion), async (c) =>
    c.json(await changed(c, 'archive', c.req.valid('json'))),
  )
  .delete(archive, allow('moderation:use'), input(threadVersion), async (c) =>
    c.json(await changed(c, 'unarchive', c.req.valid('json'))),
  )
  .put('/threads/:number{[0-9]{1,9}}/board', allow('moderation:use'), input(moveInput), async (c) =>
    c.json(await moveThread(c.get('services'), Number(c.req.param('number')), c.req.valid('json'), byModerator(c))),
  )
  .post('/threads/:number{[0-9]{1,9}}/merge', allow('moderation:use'), input(mergeThreadsInput), async (c) =>
    c.json(await mergeThreads(c.get('services'), Number(c.req.param('number')), c.req.valid('json'), byModerator(c))),
  )
  .post('/threads/:number{[0-9]{1,9}}/split', allow('moderation:use'), input(splitThreadInput), async (c) =>
    c.json(
      await splitThread(c.get('services'), Number(c.req.param('number')), c.req.valid('json'), byModerator(c)),
      201,
    ),
  );

function changed(c: Context<SignedInEnv>, act: SimpleAct, { version }: { version: number }) {
  return changeThread(c.get('services'), Number(c.req.param('number')), { act, version }, byModerator(c));
}
