import { Hono } from 'hono';
import type { RouterRoute } from 'hono/types';
import { routesOf } from '../access/routes.ts';
import { answerWithComposed, type Composed, composed } from '../http/composed.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../problem.ts';
import { openApiDocument } from './document.ts';
import { referenceSlots } from './reference-page.ts';

/** The description of an app, for programs and as a page, made once somebody asks: by then, all its routes are there. */
export function openApiRoutes(app: { routes: readonly RouterRoute[] }) {
  const kept = new Map<string, Composed>();
  return new Hono<Env>()
    .get('/api/openapi.json', (c) => {
      const { publicUrl } = c.get('services');
      const description =
        kept.get('json') ?? composed('application/json', JSON.stringify(openApiDocument(routesOf(app), publicUrl)));
      kept.set('json', description);
      return answerWithComposed(c, description);
    })
    .get('/api/reference/', (c) => c.redirect(`/${c.get('language')}/api-reference/`, 303))
    .get('/:language{ja|en}/api-reference/', async (c) => {
      const { pages, publicUrl } = c.get('services');
      // Filled anew each time: its frame has the notices of the moment. Nobody asks for it often.
      const page = await pages.filled(c.req.path, referenceSlots(openApiDocument(routesOf(app), publicUrl)));
      if (page === null) throw new Problem('not-found');
      return answerWithComposed(c, composed('text/html; charset=utf-8', page));
    });
}
