import { describe, expect, it } from 'vitest';
import type { ThreadPage } from '../../../api/forum/contract.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makePortal } from '../../support/services.ts';
import { createLimits } from '../../../api/limits/limits.ts';
import { answerIn, askIn, memberOf, question, seenBy, trust } from './support.ts';

describe('a member', () => {
  it('asks, is answered, and everybody reads it', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    const asked = await askIn(rose);
    expect(asked).toMatchObject({ thread: 1, url: '/en/forum/1/', visibility: 'visible', held: null });
    const answered = await answerIn(tom, 1, 'Yes, within 30 days.', { quotes: asked.id });
    expect(answered.url).toBe(`/en/forum/1/#post-${answered.id}`);
    const thread = await seenBy(portal.app, 1);
    expect(thread).toMatchObject({
      title: question.title,
      excerpt: 'I wore them once, indoors.',
      lane: 'answered',
      replies: 1,
      pages: 1,
      author: { id: rose.id, name: 'Rose', isStaff: false, level: 0 },
      opening: { html: '<p>I wore them <strong>once</strong>, indoors.</p>', isOpening: true, isOfficial: false },
      posts: [
        { author: { name: 'Tom' }, quotes: { id: asked.id, author: 'Rose', excerpt: 'I wore them once, indoors.' } },
      ],
      mine: null,
      version: 2,
    });
    const list = (await (await portal.app.request('/api/forum/threads?language=en')).json()) as ThreadPage;
    expect(list).toMatchObject({ page: 1, pages: 1, threads: [{ number: 1, lane: 'answered' }] });
  });

  it('sends the same once, however often it arrives', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const send = (secondsTyping: number) =>
      sendJson(
        rose.ask,
        '/api/forum/threads',
        { ...question, secondsTyping },
        { headers: { 'Idempotency-Key': 'once-only-1' } },
      );
    const [one, other] = await Promise.all([send(10), send(11)]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(await one.json()).toEqual(await other.json());
    const { rows } = await portal.services.db.raw.execute('select count(*) as count from forum_posts');
    expect(rows[0]?.['count']).toBe(1);
  });
});

const watch = (portal: Awaited<ReturnType<typeof makePortal>>, action: 'queue' | 'refuse', by: string) =>
  portal.services.db.raw.execute({
    sql: "insert into watched_words (id, pattern, action, account_id, created_at) values (?, 'bootleg', ?, ?, 1)",
    args: [`word-${action}`, action, by],
  });
const stored = async ({ services }: Awaited<ReturnType<typeof makePortal>>) => {
  const { rows } = await services.db.raw.execute('select count(*) as count from forum_posts');
  return rows[0]?.['count'];
};

describe('what the reviewers object to', () => {
  it('waits in its own thread, seen by its author and moderators alone', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    const moderator = await memberOf(portal, 'Mo', 'moderator');
    await watch(portal, 'queue', moderator.id);
    const sent = await askIn(rose, { body: 'Are these bootleg insoles?' });
    expect(sent).toMatchObject({ visibility: 'pending', held: 'We look at your post before it appears.' });
    for (const ask of [portal.app.request, tom.ask]) {
      expect((await ask('/api/forum/threads/1')).status).toBe(404);
      expect((await ask(`/api/forum/posts/${sent.id}/revisions`)).status).toBe(404);
      expect((await ask('/api/forum/threads/1/live')).status).toBe(404);
      const list = (await (await ask('/api/forum/threads?language=en')).json()) as ThreadPage;
      expect(list.threads).toEqual([]);
    }
    for (const who of [rose, moderator]) expect((await seenBy(who, 1)).opening.visibility).toBe('pending');
    expect((await sendJson(tom.ask, '/api/forum/threads/1/posts', { body: 'Me, too' })).status).toBe(404);
    // Nobody knows yet that she is a member.
    expect((await portal.app.request(`/api/forum/members/${rose.id}`)).status).toBe(404);
  });

  it('is refused in words that its author understands, and can be sent again without it', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    await watch(portal, 'refuse', rose.id);
    const send = (body: string) =>
      sendJson(
        rose.ask,
        '/api/forum/threads',
        { ...question, body },
        { headers: { 'Idempotency-Key': 'the-same-key' } },
      );
    const answer = await send('Are these bootleg insoles?');
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      {
        type: '/problems/post-refused',
        detail: 'There is a word in it that isn’t used here. Please put it another way.',
      },
    ]);
    expect(await stored(portal)).toBe(0);
    expect((await send('Are these genuine insoles?')).status).toBe(201);
  });

  it('is nothing at all of somebody who is suspended', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    await trust(portal, rose);
    const until = portal.services.clock() + 86_400_000;
    await portal.services.db.raw.execute({ sql: 'update forum_members set suspended_until = ?', args: [until] });
    const answer = await sendJson(rose.ask, '/api/forum/threads', question);
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { type: '/problems/posting-suspended', detail: 'You can post again after 17 November 2026 at 10:00.' },
    ]);
    expect(await stored(portal)).toBe(0);
  });

  it('ends after ten threads in an hour', async () => {
    const portal = await makePortal();
    const { services } = portal;
    services.limits = createLimits({ db: services.db, clock: services.clock, secret: services.secret });
    const rose = await memberOf(portal);
    await trust(portal, rose);
    const codes: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      const title = `Question number ${index}`;
      codes.push((await sendJson(rose.ask, '/api/forum/threads', { ...question, title, body: title })).status);
    }
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
  });
});

it('a member sends as many posts a day as their level may, and is told when they can go on', async () => {
  const portal = await makePortal();
  const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
  await trust(portal, tom);
  await askIn(tom);
  const send = (index: number) =>
    sendJson(rose.ask, '/api/forum/threads/1/posts', { body: `Thought number ${index}, of many that I had` });
  for (let index = 0; index < 10; index += 1) {
    portal.time.now += 15 * 60_000;
    expect((await send(index)).status).toBe(201);
  }
  const answer = await send(11);
  expect([answer.status, await answer.json()]).toMatchObject([
    429,
    { detail: 'You can send up to 10 posts a day. Please go on tomorrow.' },
  ]);
  portal.time.now += (Number(answer.headers.get('Retry-After')) + 1) * 1000;
  await rose.signInAgain();
  expect((await send(12)).status).toBe(201);
});

describe('coming and reading', () => {
  it('counts days and threads of members once each, and writes nothing for anybody else', async () => {
    const portal = await makePortal();
    const { raw } = portal.services.db;
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await trust(portal, rose);
    await askIn(rose);
    const standing = async () =>
      (
        await raw.execute({
          sql: 'select days_visited, threads_read from forum_members where account_id = ?',
          args: [tom.id],
        })
      ).rows[0];
    await seenBy(portal.app, 1);
    const { rows } = await raw.execute('select count(*) as count from forum_reads');
    expect(rows[0]?.['count']).toBe(0);
    for (let index = 0; index < 3; index += 1) await seenBy(tom, 1);
    expect(await standing()).toMatchObject({ days_visited: 1, threads_read: 1 });
    portal.time.now += 86_400_000;
    await tom.signInAgain();
    await tom.ask('/api/forum/threads?language=en');
    await seenBy(tom, 1);
    expect(await standing()).toMatchObject({ days_visited: 2, threads_read: 1 });
  });
});

it.each(['\u200b', '\u2060 \ufeff', '\u2800', '\u3164', '**\u00ad**'])(
  'a post that shows nothing (%j) is none, and neither is such a title',
  async (nothing) => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const send = (changes: object) => sendJson(rose.ask, '/api/forum/threads', { ...question, ...changes });
    await problemOf(send({ body: nothing }), 'invalid-input', 422);
    await problemOf(send({ body: '&#8203;' }), 'invalid-input', 422);
    await problemOf(send({ title: nothing }), 'invalid-input', 422);
    expect((await send({ title: 'サイズ👟は？', body: '👟\u200d?' })).status).toBe(201);
  },
);

it('a quote of what stands in a thread that was taken out of sight is not shown', async () => {
  const portal = await makePortal();
  const [rose, emma] = [await memberOf(portal), await memberOf(portal, 'Emma', 'agent')];
  const [one, other] = [await askIn(emma), await askIn(emma, { title: 'Another', body: 'Something else.' })];
  const quoted = await answerIn(emma, one.thread, 'Ken of Hidcote never pays.');
  await answerIn(emma, one.thread, 'Never?', { quotes: quoted.id });
  const quotes = async () => (await seenBy(rose, one.thread)).posts.flatMap((post) => post.quotes ?? []);
  expect((await quotes())[0]?.excerpt).toContain('Hidcote');
  // It was moved to a thread of its own, which was hidden.
  await portal.services.db.raw.batch(
    [
      {
        sql: 'update forum_posts set thread_id = (select id from forum_threads where number = ?) where id = ?',
        args: [other.thread, quoted.id],
      },
      { sql: `update forum_threads set visibility = 'hidden' where number = ?`, args: [other.thread] },
    ],
    'write',
  );
  expect(await quotes()).toEqual([]);
});
