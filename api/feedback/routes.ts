import { Hono } from 'hono';
import type { Env } from '../http/env.ts';
import { input, isForm, fromForm } from '../http/input.ts';
import { onceFrom } from '../http/once.ts';
import { seeOther } from '../http/see-other.ts';
import { reasonInput, voteInput } from './contract.ts';
import { counted } from '../limits/counted.ts';
import { castVote, explainVote } from './votes.ts';

export const feedbackRoutes = new Hono<Env>()
  .post('/votes', fromForm(articlePage), input(voteInput), counted('votes'), async (c) => {
    const vote = c.req.valid('json');
    const cast = await castVote(c.get('services'), vote, onceFrom(c, 'votes', vote));
    if (isForm(c)) return seeOther(c, `/${vote.language}/${vote.kind}/${vote.slug}/#thanks`);
    return c.json(cast, 201);
  })
  .put('/votes/:id/reason', input(reasonInput), counted('votes'), async (c) => {
    await explainVote(c.get('services'), c.req.param('id'), c.req.valid('json'));
    return c.body(null, 204);
  });

function articlePage(c: Parameters<Parameters<typeof fromForm>[0]>[0]) {
  const { language, kind, slug } = c.get('typed') ?? {};
  const { pages, articleAt } = c.get('services');
  const article = articleAt(`/${language}/${kind}/${slug}/`);
  return { id: 'feedback', page: async () => (article ? pages.shell(article.url) : null) };
}
