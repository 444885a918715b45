import { describe, expect, it } from 'vitest';
import type { ThreadPage } from '../../../api/forum/contract.ts';
import { archiveQuietThreads } from '../../../api/forum/archive-quiet.ts';
import { makePortal } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { answerIn, askIn, type Member, memberOf, question, seenBy, trust } from './support.ts';

const day = 86_400_000;
const put = (who: Member, path: string, body: object) =>
  sendJson(who.ask, `/api/forum${path}`, body, { method: 'PUT' });
const send = (who: Member) => sendJson(who.ask, '/api/forum/threads/1/posts', { body: `From ${who.name}` });

it('a portal whose settings name no forum has none', async () => {
  const portal = await makePortal();
  const rose = await memberOf(portal);
  const { forum: _, ...others } = portal.services.portal();
  portal.services.portal = () => others;
  expect((await portal.app.request('/api/forum/threads')).status).toBe(404);
  expect((await sendJson(rose.ask, '/api/forum/threads', question)).status).toBe(404);
});

describe('an accepted answer', () => {
  it('stands on top, solves its thread and counts for its author, until it is another or none', async () => {
    const portal = await makePortal();
    const [rose, tom, sam] = [
      await memberOf(portal, 'Rose'),
      await memberOf(portal, 'Tom'),
      await memberOf(portal, 'Sam'),
    ];
    await askIn(rose);
    const [one, other] = [await answerIn(tom, 1, 'Yes.'), await answerIn(sam, 1, 'No.')];
    const accepted = async () => {
      const { rows } = await portal.services.db.raw.execute('select account_id as id, accepted from forum_members');
      return [tom, sam].map(({ id }) => rows.find((row) => row['id'] === id)?.['accepted']);
    };
    expect((await put(tom, '/threads/1/accepted', { post: one.id })).status).toBe(403);
    expect(await (await put(rose, '/threads/1/accepted', { post: one.id })).json()).toMatchObject({
      lane: 'solved',
      accepted: { id: one.id, isAccepted: true },
    });
    expect(await accepted()).toEqual([1, 0]);
    await put(rose, '/threads/1/accepted', { post: other.id });
    expect(await accepted()).toEqual([0, 1]);
    const taken = await rose.ask('/api/forum/threads/1/accepted', { method: 'DELETE' });
    expect(await taken.json()).toMatchObject({ lane: 'answered', accepted: null });
    expect(await accepted()).toEqual([0, 0]);
  });

  it('is named by staff, too, and is never the question or what is no answer to one', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const agent = await memberOf(portal, 'Emma', 'agent');
    const asked = await askIn(rose);
    const { id } = await answerIn(agent, 1, 'Yes, within 30 days.');
    expect((await put(rose, '/threads/1/accepted', { post: asked.id })).status).toBe(409);
    expect(await (await put(agent, '/threads/1/accepted', { post: id })).json()).toMatchObject({
      accepted: { isOfficial: true, author: { isStaff: true, level: 3 } },
    });
    await askIn(rose, { kind: 'talk', title: 'Where do you walk?' });
    const { id: talk } = await answerIn(agent, 2, 'By the river.');
    expect((await put(rose, '/threads/2/accepted', { post: talk })).status).toBe(409);
    expect((await put(rose, '/threads/2/accepted', { post: id })).status).toBe(404);
  });

  it('that is out of sight solves nothing, and does again when it is back', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await askIn(rose);
    const { id } = await answerIn(tom, 1, 'Yes.');
    await put(rose, '/threads/1/accepted', { post: id });
    await tom.ask(`/api/forum/posts/${id}`, { method: 'DELETE' });
    expect(await seenBy(portal.app, 1)).toMatchObject({ lane: 'unanswered', accepted: null });
    await portal.services.db.raw.execute({
      sql: "update forum_posts set visibility = 'visible' where id = ?",
      args: [id],
    });
    // Whatever is written next counts anew.
    await put(tom, '/threads/1/me-too', {});
    expect(await seenBy(portal.app, 1)).toMatchObject({ lane: 'solved', accepted: { id } });
  });
});

describe('“me too”', () => {
  it('counts everybody once, keeps the latest words, and is not for whoever asked', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await askIn(rose);
    expect((await put(rose, '/threads/1/me-too', {})).status).toBe(409);
    await put(tom, '/threads/1/me-too', { wording: 'Insoles back?' });
    expect(await (await put(tom, '/threads/1/me-too', { wording: 'Send insoles back?' })).json()).toEqual({
      meToos: 1,
    });
    expect((await seenBy(tom, 1)).mine?.isMeToo).toBe(true);
    const { rows } = await portal.services.db.raw.execute('select wording from forum_me_toos');
    expect(rows).toMatchObject([{ wording: 'Send insoles back?' }]);
    expect(await (await tom.ask('/api/forum/threads/1/me-too', { method: 'DELETE' })).json()).toEqual({ meToos: 0 });
  });
});

describe('a thread', () => {
  it('takes no more answers once it is locked or archived, except those of moderators in a locked one', async () => {
    const portal = await makePortal();
    const [rose, moderator] = [await memberOf(portal), await memberOf(portal, 'Mo', 'moderator')];
    await askIn(rose);
    await portal.services.db.raw.execute('update forum_threads set is_locked = 1');
    expect([(await send(rose)).status, (await send(moderator)).status]).toEqual([409, 201]);
    expect((await seenBy(rose, 1)).mine?.maySend).toBe(false);
    await portal.services.db.raw.execute('update forum_threads set is_locked = 0, archived_at = 1');
    expect([(await send(rose)).status, (await send(moderator)).status]).toEqual([409, 409]);
  });

  it('is archived after its quiet time, not while it is pinned, and not again at once when it was reopened', async () => {
    const portal = await makePortal();
    const { raw } = portal.services.db;
    const rose = await memberOf(portal);
    await trust(portal, rose);
    for (const title of ['Old', 'Pinned', 'Fresh']) await askIn(rose, { title, body: `${title} question` });
    await raw.execute("update forum_threads set is_pinned = 1 where title = 'Pinned'");
    portal.time.now += 300 * day;
    await rose.signInAgain();
    await answerIn(rose, 3, 'Still so?');
    portal.time.now += 66 * day;
    const archived = async () => {
      await archiveQuietThreads(portal.services);
      const { rows } = await raw.execute(
        'select title from forum_threads where archived_at is not null order by number',
      );
      return rows.map(({ title }) => title);
    };
    expect(await archived()).toEqual(['Old']);
    expect(await seenBy(portal.app, 1)).toMatchObject({ lane: 'archived', mine: null });
    await raw.execute({
      sql: 'update forum_threads set archived_at = null, reopened_at = ? where number = 1',
      args: [portal.time.now],
    });
    expect(await archived()).toEqual([]);
    portal.time.now += 366 * day;
    expect(await archived()).toEqual(['Old', 'Fresh']);
  });

  it('that went into another leads there', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    await askIn(rose);
    await askIn(rose, { title: 'The same again', body: 'Once more' });
    await portal.services.db.raw.execute(
      'update forum_threads set merged_into_id = (select id from forum_threads where number = 1) where number = 2',
    );
    const answer = await portal.app.request('/api/forum/threads/2');
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/api/forum/threads/1']);
    expect((await answerIn(rose, 2, 'Here, too')).thread).toBe(1);
  });

  it('is listed by language, board and lane, pinned ones on top of their board', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await trust(portal, rose, tom);
    const titles = ['Pinned', 'Solved', 'Answered', 'Asked'];
    for (const title of titles) {
      portal.time.now += 1000;
      await askIn(rose, { title, body: `${title} question` });
    }
    await askIn(rose, { title: 'よその話', language: 'ja', board: 'delivery', body: '質問です' });
    portal.time.now += 1000;
    const { id } = await answerIn(tom, 2, 'Yes.');
    await put(rose, '/threads/2/accepted', { post: id });
    portal.time.now += 1000;
    await answerIn(tom, 3, 'Perhaps.');
    await portal.services.db.raw.execute('update forum_threads set is_pinned = 1 where number = 1');
    const listed = async (query: string) => {
      const answer = await portal.app.request(`/api/forum/threads?${query}`);
      return ((await answer.json()) as ThreadPage).threads.map(({ title }) => title);
    };
    expect(await listed('language=en')).toEqual(['Answered', 'Solved', 'Asked', 'Pinned']);
    expect(await listed('language=en&board=returns')).toEqual(['Pinned', 'Answered', 'Solved', 'Asked']);
    expect(await listed('language=en&board=returns&lane=unanswered')).toEqual(['Asked', 'Pinned']);
    expect(await listed('language=en&lane=solved')).toEqual(['Solved']);
    expect(await listed('language=ja')).toEqual(['よその話']);
    expect(await listed('language=en&page=2')).toEqual([]);
    expect((await portal.app.request('/api/forum/threads?board=nowhere')).status).toBe(404);
  });

  it('has a number of its own, however many begin at once', async () => {
    const portal = await makePortal();
    const members = await Promise.all(Array.from({ length: 12 }, (_, index) => memberOf(portal, `Member ${index}`)));
    const sent = await Promise.all(
      members.map((member) => askIn(member, { title: `${question.title} ${member.name}` })),
    );
    expect(sent.map(({ thread }) => thread).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });
});
