import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import { csvHeaders } from '../http/csv.ts';
import type { Env } from '../http/env.ts';
import { input, query } from '../http/input.ts';
import { colleaguesOf } from './colleagues.ts';
import { exportQuery, notificationWish, presenceInput, savedViewInput, searchQuery } from './contract.ts';
import { countViews } from './counts.ts';
import { exportAsCsv, exportAsJson } from './export.ts';
import { liveStream } from './live/stream.ts';
import { readWish, setWish } from './news/wishes.ts';
import { bePresent, leave } from './presence.ts';
import { changeView, deleteView, listSavedViews, saveView } from './saved-views.ts';
import { searchConversations } from './search/search.ts';

export const deskRoutes = new Hono<Env>()
  .get('/colleagues', allow('desk:use'), async (c) => c.json(await colleaguesOf(c.get('services'))))
  .get('/counts', allow('desk:use'), async (c) => c.json(await countViews(c.get('services'), c.get('account').id)))
  .get('/search', allow('tickets:read'), query(searchQuery), async (c) => {
    const { q, after = null } = c.req.valid('query');
    return c.json(await searchConversations(c.get('services'), q, after));
  })
  .get('/live', allow('desk:use'), (c) => liveStream(c))
  .get('/views', allow('desk:use'), async (c) =>
    c.json({ views: await listSavedViews(c.get('services'), c.get('account').id) }),
  )
  .post('/views', allow('desk:use'), input(savedViewInput), async (c) =>
    c.json(await saveView(c.get('services'), c.req.valid('json'), c.get('account').id), 201),
  )
  .put('/views/:id', allow('desk:use'), input(savedViewInput), async (c) =>
    c.json(await changeView(c.get('services'), c.req.param('id'), c.req.valid('json'), c.get('account').id)),
  )
  .delete('/views/:id', allow('desk:use'), async (c) => {
    await deleteView(c.get('services'), c.req.param('id'), c.get('account'));
    return c.body(null, 204);
  })
  .put('/presence/:reference', allow('desk:use'), input(presenceInput), async (c) => {
    const { isWriting } = c.req.valid('json');
    const here = { accountId: c.get('account').id, isWriting };
    return c.json({ present: await bePresent(c.get('services'), c.req.param('reference'), here) });
  })
  .delete('/presence/:reference', allow('desk:use'), async (c) => {
    await leave(c.get('services'), c.req.param('reference'), c.get('account').id);
    return c.body(null, 204);
  })
  .get('/notifications', allow('desk:use'), async (c) => c.json(await readWish(c.get('services'), c.get('account').id)))
  .put('/notifications', allow('desk:use'), input(notificationWish), async (c) =>
    c.json(await setWish(c.get('services'), c.get('account').id, c.req.valid('json'))),
  )
  .get('/export.csv', allow('tickets:export'), query(exportQuery), async (c) => {
    const { language = c.get('language'), ...period } = c.req.valid('query');
    return c.body(
      await exportAsCsv(c.get('services'), period, language, byAccount(c)),
      200,
      csvHeaders('conversations'),
    );
  })
  .get('/export.json', allow('tickets:export'), query(exportQuery), async (c) =>
    c.body(await exportAsJson(c.get('services'), c.req.valid('query'), byAccount(c)), 200, {
      'Content-Type': 'application/json',
      'Content-Disposition': 'attachment; filename="conversations.json"',
    }),
  );
