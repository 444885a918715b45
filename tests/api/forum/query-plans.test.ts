import { expect, it } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { readsOf } from '../support/reads.ts';
import { sendJson } from '../support/ask.ts';
import { answerIn, askIn, memberOf, trust } from './support.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;
type Read = Awaited<ReturnType<typeof readsOf>>[number];

async function planOf({ services }: Portal, { sql, args = [] }: Read): Promise<string[]> {
  const { rows } = await services.db.raw.execute({ sql: `explain query plan ${sql}`, args });
  return rows.map((row) => row['detail'] as string);
}

/** Steps that go through a table, rather than to what they give back. */
async function detoursOf(portal: Portal, reads: readonly Read[]): Promise<string[]> {
  const plans = await Promise.all(reads.map((read) => planOf(portal, read)));
  return plans
    .flat()
    .filter((step) =>
      /^SCAN (?!json_each|\(?subquery|CONSTANT|listed|read|picture|\d+ CONSTANT|\d+-ROW VALUES)|AUTOMATIC/.test(step),
    );
}

const lists = {
  'language=en': 'forum_threads_by_language',
  'language=en&board=returns': 'forum_threads_by_board',
  'language=en&lane=unanswered': 'forum_questions_by_lane',
  'language=en&board=returns&lane=solved': 'forum_questions_of_board_by_lane',
  'language=en&board=returns&page=7': 'forum_threads_by_board',
  'language=en&kind=question': 'forum_threads_by_language',
  'language=en&kind=idea': 'forum_threads_by_kind',
  'language=en&board=returns&kind=question': 'forum_threads_by_board',
  'language=en&board=returns&kind=talk': 'forum_threads_of_board_by_kind',
};

it.each(Object.entries(lists))('a page of a list is the walk along its index: %s', async (query, index) => {
  const portal = await makePortal();
  const reads = await readsOf(async () => {
    expect((await portal.app.request(`/api/forum/threads?${query}`)).status).toBe(200);
  });
  expect(reads).toHaveLength(1);
  const plan = (await Promise.all(reads.map((read) => planOf(portal, read)))).flat();
  const walk = new RegExp(`SEARCH forum_threads USING (COVERING )?INDEX ${index}\\b`);
  // How many there are, and which stand on the page.
  expect(plan.filter((step) => walk.test(step))).toHaveLength(2);
  expect(plan.join()).not.toMatch(/SCAN forum|AUTOMATIC/);
  // Only the thirty of the page are sorted again.
  expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual(['USE TEMP B-TREE FOR ORDER BY']);
});

it('whatever is read and written of a thread and its posts is found by an index', async () => {
  const portal = await makePortal();
  const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
  const moderator = await memberOf(portal, 'Mo', 'moderator');
  const reads = await readsOf(async () => {
    const { id: asked } = await askIn(rose);
    const { id } = await answerIn(tom, 1, 'Yes.', { quotes: asked });
    const put = (path: string, body: object) => sendJson(rose.ask, `/api/forum${path}`, body, { method: 'PUT' });
    expect((await put('/threads/1/accepted', { post: id })).status).toBe(200);
    expect((await put(`/posts/${asked}`, { version: 1, body: 'Worn twice.' })).status).toBe(200);
    expect((await sendJson(tom.ask, '/api/forum/threads/1/me-too', {}, { method: 'PUT' })).status).toBe(200);
    for (const ask of [portal.app.request, rose.ask, moderator.ask]) {
      for (const path of ['/threads/1', `/members/${rose.id}`, `/posts/${asked}/revisions`]) {
        expect((await ask(`/api/forum${path}`)).status).toBe(200);
      }
    }
    expect((await tom.ask(`/api/forum/posts/${id}`, { method: 'DELETE' })).status).toBe(200);
  });
  expect(reads.length).toBeGreaterThan(40);
  expect(await detoursOf(portal, reads)).toEqual([]);
});

it('a read of a thread asks no more of the database the more there is in it', async () => {
  const portal = await makePortal();
  const rose = await memberOf(portal);
  await trust(portal, rose);
  await askIn(rose);
  const count = async () => (await readsOf(async () => void (await portal.app.request('/api/forum/threads/1')))).length;
  const before = await count();
  for (let index = 0; index < 25; index += 1) await answerIn(rose, 1, `Answer ${index}`);
  expect(await count()).toBe(before);
  // The thread; its posts.
  expect(before).toBe(2);
});
