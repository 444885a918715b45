import { type Context, Hono } from 'hono';
import { answerWithComposed, composed } from '../../http/composed.ts';
import type { Env } from '../../http/env.ts';
import { Problem } from '../../problem.ts';
import { surroundingsOf } from './answer-page.ts';
import { boardFeed, threadFeed } from './feeds.ts';
import { readRoutes } from './read-routes.ts';
import { sitemapIndex, sitemapOf } from './sitemap.ts';
import { writeRoutes } from './write-routes.ts';

/** What readers of feeds and search engines ask for: the same for everybody. */
const feedRoutes = new Hono<Env>()
  .get('/:language{ja|en}/forum/feed.xml', async (c) => feed(c, await boardFeed(await surroundingsOf(c), undefined)))
  .get('/:language{ja|en}/forum/:number{[0-9]{1,9}}/feed.xml', async (c) =>
    feed(c, await threadFeed(await surroundingsOf(c), Number(c.req.param('number')))),
  )
  .get('/:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}/feed.xml', async (c) =>
    feed(c, await boardFeed(await surroundingsOf(c), c.req.param('board'))),
  )
  .get('/forum/:file{sitemap(?:-[0-9]{1,5})?\\.xml}', async (c) => {
    const services = c.get('services');
    if (!services.portal().forum) throw new Problem('not-found');
    const [, map] = /-(\d+)\./.exec(c.req.param('file')) ?? [];
    const text = map === undefined ? await sitemapIndex(services) : await sitemapOf(services, Number(map));
    if (text === null) throw new Problem('not-found');
    return answerWithComposed(c, composed('application/xml', text));
  });

/** The forum’s pages, all of which work without JavaScript. */
export const forumPageRoutes = new Hono<Env>().route('/', feedRoutes).route('/', readRoutes).route('/', writeRoutes);

function feed(c: Context<Env>, text: string): Promise<Response> {
  return answerWithComposed(c, composed('application/atom+xml; charset=utf-8', text));
}
