import { type Context, Hono } from 'hono';
import { answerWithComposed, type Composed, composed } from '../../http/composed.ts';
import type { Env } from '../../http/env.ts';
import { Problem } from '../../problem.ts';
import { keptForAll } from '../kept.ts';
import { surroundingsOf } from './answer-page.ts';
import { boardFeed, threadFeed } from './feeds.ts';
import { readRoutes } from './read-routes.ts';
import type { Surroundings } from './parts.ts';
import { sitemapIndex, sitemapOf } from './sitemap.ts';
import { writeRoutes } from './write-routes.ts';

/** What readers of feeds and search engines ask for: the same for everybody. */
const feedRoutes = new Hono<Env>()
  .get('/:language{ja|en}/forum/feed.xml', (c) => feed(c, (around) => boardFeed(around, undefined)))
  .get('/:language{ja|en}/forum/:number{[0-9]{1,9}}/feed.xml', (c) =>
    feed(c, (around) => threadFeed(around, Number(c.req.param('number')))),
  )
  .get('/:language{ja|en}/forum/:board{[a-z][a-z0-9-]{0,59}}/feed.xml', (c) =>
    feed(c, (around) => boardFeed(around, c.req.param('board'))),
  )
  .get('/forum/:file{sitemap(?:-[0-9]{1,5})?\\.xml}', async (c) => {
    const services = c.get('services');
    if (!services.portal().forum) throw new Problem('not-found');
    const [, map] = /-(\d+)\./.exec(c.req.param('file')) ?? [];
    return forAll(c, 'application/xml', async () => {
      const text = map === undefined ? await sitemapIndex(services) : await sitemapOf(services, Number(map));
      if (text === null) throw new Problem('not-found');
      return text;
    });
  });

/** The forum’s pages, all of which work without JavaScript. */
export const forumPageRoutes = new Hono<Env>().route('/', feedRoutes).route('/', readRoutes).route('/', writeRoutes);

async function feed(c: Context<Env>, make: (around: Surroundings) => Promise<string>): Promise<Response> {
  const around = await surroundingsOf(c);
  return forAll(c, 'application/atom+xml; charset=utf-8', () => make(around));
}

async function forAll(c: Context<Env>, type: string, make: () => Promise<string>): Promise<Response> {
  return answerWithComposed(c, await keptForAll(c, { length: lengthOf }, async () => composed(type, await make())));
}

function lengthOf({ text }: Composed): number {
  return text.length;
}
