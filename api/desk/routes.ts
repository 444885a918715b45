import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { Problem } from '../problem.ts';
import {
  type Colleagues,
  presenceInput,
  type Presence,
  type SavedView,
  savedViewInput,
  type SearchPage,
} from './contract.ts';
import { countViews } from './counts.ts';

function answered<T>(): T {
  throw new Problem('internal');
}

export const deskRoutes = new Hono<Env>()
  .get('/colleagues', allow('desk:use'), (c) => c.json(answered<Colleagues>()))
  .get('/counts', allow('desk:use'), async (c) => c.json(await countViews(c.get('services'), c.get('account').id)))
  .get('/search', allow('tickets:read'), (c) => c.json(answered<SearchPage>()))
  .get('/views', allow('desk:use'), (c) => c.json(answered<{ views: SavedView[] }>()))
  .post('/views', allow('desk:use'), input(savedViewInput), (c) => c.json(answered<SavedView>(), 201))
  .delete('/views/:id', allow('desk:use'), (c) => c.body(answered<null>(), 204))
  .put('/presence/:reference', allow('desk:use'), input(presenceInput), (c) =>
    c.json(answered<{ present: Presence[] }>()),
  )
  .delete('/presence/:reference', allow('desk:use'), (c) => c.body(answered<null>(), 204));
