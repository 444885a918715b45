import { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { byAccount } from '../accounts/by-account.ts';
import type { Env } from '../http/env.ts';
import { input } from '../http/input.ts';
import { onceFrom } from '../http/once.ts';
import { addUpdate, editNotice, endNotice, withdrawNotice } from './change.ts';
import { checkNotice } from './check.ts';
import {
  endInput,
  noticeChange,
  noticeInput,
  type NoticePreview,
  type NoticeView,
  noticeViews,
  updateInput,
  withdrawalInput,
} from './contract.ts';
import { previewOf } from './preview.ts';
import { publishNotice } from './publish.ts';
import { listNotices, readNotice } from './read.ts';

/** The desk's side. What readers see are files, see `public-routes.ts`. */
export const noticeRoutes = new Hono<Env>()
  .get('/', allow('notices:read'), async (c) => {
    const view = noticeViews.find((known) => known === c.req.query('view')) ?? ('current' satisfies NoticeView);
    return c.json(await listNotices(c.get('services'), view, c.req.query('after') ?? null));
  })
  .post('/', allow('notices:publish'), input(noticeInput), async (c) => {
    const services = c.get('services');
    const notice = c.req.valid('json');
    const id = await publishNotice(
      services,
      notice,
      { ...byAccount(c), language: c.get('language') },
      onceFrom(c, 'notices', notice),
    );
    return c.json(await readNotice(services, id), 201);
  })
  .post('/preview', allow('notices:publish'), input(noticeInput), async (c) => {
    const services = c.get('services');
    const notice = c.req.valid('json');
    checkNotice(services, notice, c.get('language'));
    return c.json((await previewOf(services, notice)) satisfies NoticePreview);
  })
  .get('/:id', allow('notices:read'), async (c) => {
    return c.json(await readNotice(c.get('services'), c.req.param('id')));
  })
  .put('/:id', allow('notices:publish'), input(noticeChange), async (c) => {
    const change = c.req.valid('json');
    checkNotice(c.get('services'), change, c.get('language'));
    await editNotice(c.get('services'), c.req.param('id'), change, byAccount(c));
    return c.json(await readNotice(c.get('services'), c.req.param('id')));
  })
  .post('/:id/updates', allow('notices:publish'), input(updateInput), async (c) => {
    const id = c.req.param('id');
    const { version, ...said } = c.req.valid('json');
    await addUpdate(
      c.get('services'),
      id,
      { ...said, version },
      byAccount(c),
      onceFrom(c, `notice-updates:${id}`, said),
    );
    return c.json(await readNotice(c.get('services'), id), 201);
  })
  .put('/:id/end', allow('notices:publish'), input(endInput), async (c) => {
    await endNotice(c.get('services'), c.req.param('id'), c.req.valid('json').version, byAccount(c));
    return c.json(await readNotice(c.get('services'), c.req.param('id')));
  })
  .put('/:id/withdrawal', allow('notices:publish'), input(withdrawalInput), async (c) => {
    await withdrawNotice(c.get('services'), c.req.param('id'), c.req.valid('json'), byAccount(c));
    return c.json(await readNotice(c.get('services'), c.req.param('id')));
  });
