import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { indexSome, purgeSome } from '../../../api/desk/search/indexer.ts';
import type { FoundThreads, Similar } from '../../../api/forum/search/contract.ts';
import { recounted } from '../../../api/forum/counters.ts';
import { threadIndex } from '../../../api/forum/search/thread-index.ts';
import { makePortal } from '../../support/services.ts';
import { answerIn, askIn, memberOf } from './support.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

/** Does what the indexer does within seconds. */
async function indexed({ services }: Portal): Promise<void> {
  while ((await indexSome(services, threadIndex)) > 0);
  while (await purgeSome(services, threadIndex));
}

async function found(portal: Portal, q: string, language = 'en') {
  const answer = await portal.app.request(`/api/forum/search?${new URLSearchParams({ q, language })}`);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return ((await answer.json()) as FoundThreads).threads;
}

const titles = async (...asked: Parameters<typeof found>) => (await found(...asked)).map(({ title }) => title);

async function somePortal() {
  const portal = await makePortal();
  const emma = await memberOf(portal, 'Emma', 'agent');
  const insoles = await askIn(emma, { title: 'Can I return worn insoles?', body: 'I wore them once.' });
  const laces = await askIn(emma, { title: 'Which laces fit?', body: 'Mine broke. The insoles are fine.' });
  const ja = await askIn(emma, { language: 'ja', title: '中敷きだけを交換できますか', body: '川辺を履いています。' });
  await indexed(portal);
  return { portal, emma, insoles, laces, ja };
}

describe('searching threads', () => {
  it('finds what stands in titles before what stands in posts, in the language that is asked for', async () => {
    const { portal } = await somePortal();
    expect(await titles(portal, 'insoles')).toEqual(['Can I return worn insoles?', 'Which laces fit?']);
    expect(await titles(portal, 'how can I return my insoles?')).toEqual([
      'Can I return worn insoles?',
      'Which laces fit?',
    ]);
    expect(await titles(portal, '中敷きの交換', 'ja')).toEqual(['中敷きだけを交換できますか']);
    expect(await titles(portal, '中敷き', 'en')).toEqual([]);
    expect(await titles(portal, 'parachute')).toEqual([]);
    expect(await titles(portal, 'soles')).toEqual([]);
  });

  it('finds what a language or a board has, however much better others fit', async () => {
    const { portal, emma } = await somePortal();
    const more = Array.from({ length: 30 }, (_, index) => ({
      title: `GPS GPS GPS ${index}`,
      body: 'GPS, GPS and GPS.',
    }));
    for (const changes of more) await askIn(emma, changes);
    await askIn(emma, { language: 'ja', title: '時計について', body: '長い話ですが、最後にGPSのことも伺います。' });
    await askIn(emma, { board: 'delivery', title: 'When does it come?', body: 'The long story of a watch, with GPS.' });
    await indexed(portal);
    expect(await titles(portal, 'GPS', 'ja')).toEqual(['時計について']);
    const onBoard = await portal.app.request('/api/forum/search?q=GPS&language=en&board=delivery');
    expect(((await onBoard.json()) as FoundThreads).threads).toMatchObject([{ title: 'When does it come?' }]);
  });

  it('finds a reply soon after it was sent, and a post no more from the moment it is out of sight', async () => {
    const { portal, emma, laces } = await somePortal();
    const { id } = await answerIn(emma, laces.thread, 'Take the waxed ones.');
    expect(await titles(portal, 'waxed')).toEqual([]);
    await indexed(portal);
    expect(await titles(portal, 'waxed')).toEqual(['Which laces fit?']);
    // Nothing was indexed since.
    for (const post of [id, laces.id]) {
      await portal.services.db.write([
        sql`update forum_posts set visibility = 'removed' where id = ${post}`,
        recounted(sql`select thread_id from forum_posts where id = ${post}`),
      ]);
      expect(await titles(portal, post === id ? 'waxed' : 'laces')).toEqual([]);
    }
    await indexed(portal);
    const { rows } = await portal.services.db.raw.execute('select count(*) as count from searched_threads');
    expect(rows[0]?.['count']).toBe(2);
  });

  it('takes anything for a query', async () => {
    const { portal } = await somePortal();
    for (const q of [
      '',
      '"',
      'AND OR NOT',
      '*',
      'a"*)(',
      '😀',
      '\ud800',
      '%',
      "'; drop table forum_posts --",
      'x'.repeat(200),
    ]) {
      expect(Array.isArray(await found(portal, q))).toBe(true);
    }
    expect((await portal.app.request(`/api/forum/search?q=${'x'.repeat(201)}`)).status).toBe(422);
  });

  it('offers articles and threads while a question is typed', async () => {
    const { portal } = await somePortal();
    const similar = async (title: string, language: string) => {
      const answer = await portal.app.request(`/api/forum/similar?${new URLSearchParams({ title, language })}`);
      return (await answer.json()) as Similar;
    };
    expect((await similar('May I return insoles that are worn', 'en')).threads).toMatchObject([
      { title: 'Can I return worn insoles?', isSolved: false },
    ]);
    const { articles, threads } = await similar('中敷きを交換したい', 'ja');
    expect(articles[0]?.url).toBe('/ja/faq/return-policy/');
    expect(threads[0]?.title).toBe('中敷きだけを交換できますか');
  });
});
