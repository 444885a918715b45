import { Hono } from 'hono';
import type { Env } from '../../http/env.ts';
import { keepPrivate } from '../../privacy/my-data-page.ts';
import { Problem } from '../../problem.ts';
import { drawnPage, memberPages } from './draw.ts';
import { memberForm, onward } from './member-form.ts';
import { returnTo } from './return-to.ts';

/** The pages on which members come in and go: the site's own, with the way back to where they came from. */
export const memberPageRoutes = new Hono<Env>()
  .get(`/:language{ja|en}/members/:page{${memberPages.join('|')}}/`, async (c) => {
    const asked = c.req.query('then');
    const language = c.get('language');
    if (await c.get('services').sessions.current(c)) return c.redirect(returnTo(asked, language), 303);
    const page = memberPages.find((known) => known === c.req.param('page')) ?? 'sign-in';
    const drawn = await drawnPage(c, page, asked);
    if (drawn === null) throw new Problem('not-found');
    keepPrivate(c);
    return c.html(drawn);
  })
  .post('/:language{ja|en}/members/sign-out', memberForm('sign-in', 'sign-out'), async (c) => {
    await c.get('services').sessions.end(c);
    return onward(c, (to) => to) ?? c.body(null, 204);
  });
