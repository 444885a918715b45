import { expect, it } from 'vitest';
import { makeArticleDraft } from '../../../api/forum/articles/make-draft.ts';
import { makePortal } from '../../support/services.ts';
import { sendForm, sendJson } from '../support/ask.ts';
import { forumShells } from './pages/shells.ts';
import { askIn, memberOf, question } from './support.ts';

const most = 20_000;
const html = { headers: { Accept: 'text/html' } };

/** Texts that nobody writes who wants to be read. */
const texts: [string, string][] = [
  ['5,000 quotes within each other', `${'> '.repeat(5000)}x`],
  ['20,000 quotes within each other, without spaces', `${'>'.repeat(most - 1)}x`],
  ['5,000 lists within each other', `${'- '.repeat(5000)}x`],
  ['5,000 numbered lists within each other', `${'1. '.repeat(5000)}x`],
  ['quotes and lists within each other', `${'> - '.repeat(4999)}x`],
  ['20,000 brackets', `${'['.repeat(most - 1)}x`],
  ['10,000 pairs of brackets', `${'['.repeat(9999)}x${']'.repeat(9999)}`],
  ['20,000 stars', `${'*'.repeat(most - 1)}x`],
  ['10,000 words between stars', `x${'*a'.repeat(9999)}`],
  ['20,000 backticks', `x${'`'.repeat(most - 1)}`],
  ['backticks of every length', Array.from({ length: 190 }, (_, index) => '`'.repeat(index)).join('x')],
];

it.each(texts)('%s are answered quickly: sent, read, edited, previewed and quoted', async (_, text) => {
  // What is nested deeper than anybody reads is not shown: something else has to stand there.
  const body = `So:\n\n${text}`.slice(0, most);
  const portal = await makePortal({ pages: forumShells });
  const [rose, mia] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Mia', 'moderator')];
  const { thread } = await askIn(rose);
  const before = process.cpuUsage();
  const answer = await sendJson(mia.ask, `/api/forum/threads/${thread}/posts`, { body });
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  const asked = await sendJson(rose.ask, '/api/forum/threads', { ...question, title: 'Another question', body });
  expect(asked.status).toBe(201);
  expect((await sendJson(rose.ask, '/api/forum/preview', { body })).status).toBe(200);
  const edit = { version: 1, body: `${body.slice(0, -1)}y`, reason: 'A letter.' };
  expect((await sendJson(mia.ask, `/api/forum/posts/${id}`, edit, { method: 'PUT' })).status).toBe(200);
  const again = { version: '2', body, reason: 'Another letter.' };
  expect((await sendForm(mia.ask, `/en/forum/posts/${id}/edit`, again)).status).toBe(303);
  await portal.services.db.raw.execute('update forum_posts set rendered_as = 0');
  await makeArticleDraftOf(portal, thread, id, mia);
  for (const path of [`${thread}/`, `${thread}/?quote=${id}`, `${thread}/feed.xml`, `posts/${id}/edit`, '', 'own/']) {
    expect((await mia.ask(`/en/forum/${path}`, html)).status, path).toBe(200);
  }
  expect((await mia.ask('/api/moderation/reviewables')).status).toBe(200);
  // Ten times what it takes; what grows with the square of its length takes minutes.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(10_000);
});

async function makeArticleDraftOf(
  { services }: Awaited<ReturnType<typeof makePortal>>,
  thread: number,
  answer: string,
  { id: accountId, role }: Pick<Awaited<ReturnType<typeof memberOf>>, 'id' | 'role'>,
): Promise<void> {
  await services.db.raw.batch(
    [
      { sql: 'update forum_posts set accepted_at = 1 where id = ?', args: [answer] },
      { sql: "update forum_posts set visibility = 'visible'", args: [] },
      {
        sql: "update forum_threads set accepted_post_id = ?, visibility = 'visible' where number = ?",
        args: [answer, thread],
      },
    ],
    'write',
  );
  expect((await makeArticleDraft(services, thread, { accountId, role, requestId: 'request' })).files).toHaveLength(2);
}
