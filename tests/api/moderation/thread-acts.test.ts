import { describe, expect, it } from 'vitest';
import { changeThread, moveThread } from '../../../api/moderation/thread-acts/change-thread.ts';
import { mergeThreads } from '../../../api/moderation/thread-acts/merge-threads.ts';
import { splitThread } from '../../../api/moderation/thread-acts/split-thread.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { makeModeration, type Moderation } from './some-moderation.ts';

const threadOf = (forum: Moderation, id: string) => forum.row('forum_threads', 'id = ?', id);
const version = async (forum: Moderation, id: string) => Number((await threadOf(forum, id))['version']);

/** Everything of threads, posts, whoever shares the question, and the queue that an act may change. */
async function everything({ rows }: Moderation) {
  return {
    threads: await rows(
      'select id, board, visibility, accepted_post_id, is_locked, is_pinned, archived_at, reopened_at, replies, me_toos, merged_into_id, last_post_at from forum_threads order by id',
    ),
    posts: await rows('select id, thread_id, accepted_at, visibility from forum_posts order by id'),
    meToos: await rows('select thread_id, account_id from forum_me_toos order by thread_id, account_id'),
    subscriptions: await rows('select thread_id, account_id from forum_subscriptions order by id'),
    queue: await rows('select id, thread_id, board from reviewables order by id'),
    members: await rows('select account_id, accepted from forum_members order by account_id'),
  };
}

describe('a moderator', () => {
  it.each([
    ['lock', 'unlock', { is_locked: 1 }],
    ['pin', 'unpin', { is_pinned: 1 }],
    ['archive', 'unarchive', { archived_at: expect.any(Number) }],
  ] as const)('can %s a thread and %s it, and undo either, whatever was answered since', async (act, back, then) => {
    const forum = await makeModeration();
    const { services, mia } = forum;
    const { id, number } = await forum.thread();
    const before = await everything(forum);
    const done = await changeThread(services, number, { act, version: await version(forum, id) }, mia);
    expect(await threadOf(forum, id)).toMatchObject(then);
    await expect(changeThread(services, number, { act, version: done.version }, mia)).rejects.toMatchObject({
      slug: 'state-refused',
    });
    await undoDecision(services, done.decision, mia);
    expect(await everything(forum)).toEqual(before);
    const again = await changeThread(services, number, { act, version: await version(forum, id) }, mia);
    await forum.post(id);
    const undone = await changeThread(services, number, { act: back, version: await version(forum, id) }, mia);
    await forum.post(id);
    await undoDecision(services, undone.decision, mia);
    expect(await threadOf(forum, id)).toMatchObject(then);
    await undoDecision(services, again.decision, mia);
    await expect(undoDecision(services, again.decision, mia)).rejects.toMatchObject({ slug: 'state-changed' });
  });

  it('moves a thread to another board with what waits in it, and back', async () => {
    const forum = await makeModeration();
    const { services, mia } = forum;
    const { id, number } = await forum.thread();
    await forum.queued(id);
    const before = await everything(forum);
    await expect(
      moveThread(services, number, { board: 'hats', version: await version(forum, id) }, mia),
    ).rejects.toMatchObject({ slug: 'invalid-input' });
    const { decision } = await moveThread(
      services,
      number,
      { board: 'delivery', version: await version(forum, id) },
      mia,
    );
    expect((await everything(forum)).queue).toMatchObject([{ board: 'delivery' }]);
    await undoDecision(services, decision, mia);
    expect(await everything(forum)).toEqual(before);
  });

  it('merges threads, counting nobody twice, and takes them apart again', async () => {
    const forum = await makeModeration();
    const { services, mia, tom, ken, rose } = forum;
    const [goes, stays] = [await forum.thread(rose, 'Insoles'), await forum.thread(ken, 'Washing insoles', 'delivery')];
    const [answer] = [await forum.post(goes.id), await forum.post(stays.id, rose), await forum.queued(goes.id)];
    const shares = [
      [goes.id, tom.id],
      [goes.id, ken.id],
      [stays.id, tom.id],
    ] as const;
    for (const [thread, account] of shares) {
      await services.db.raw.execute({
        sql: 'insert into forum_me_toos (thread_id, account_id, created_at) values (?, ?, 1)',
        args: [thread, account],
      });
      await services.db.raw.execute({
        sql: "insert into forum_subscriptions (id, account_id, thread_id, every, told_until, created_at) values (?, ?, ?, 'post', 1, 1)",
        args: [`${thread}${account}`, account, thread],
      });
    }
    await services.db.raw.execute({ sql: 'update forum_posts set accepted_at = 5 where id = ?', args: [answer] });
    await services.db.raw.execute({
      sql: 'update forum_threads set accepted_post_id = ?, me_toos = 2 where id = ?',
      args: [answer, goes.id],
    });
    await services.db.raw.execute({ sql: 'update forum_threads set me_toos = 1 where id = ?', args: [stays.id] });
    await services.db.raw.execute({
      sql: 'update forum_members set accepted = 1 where account_id = ?',
      args: [tom.id],
    });
    const before = await everything(forum);
    const seen = await version(forum, goes.id);
    await expect(mergeThreads(services, goes.number, { into: goes.number, version: seen }, mia)).rejects.toMatchObject({
      slug: 'invalid-input',
    });
    const merged = await mergeThreads(services, goes.number, { into: stays.number, version: seen }, mia);
    expect(merged.thread).toBe(stays.number);
    expect(await threadOf(forum, stays.id)).toMatchObject({ replies: 3, me_toos: 2, accepted_post_id: answer });
    expect(await threadOf(forum, goes.id)).toMatchObject({ merged_into_id: stays.id, replies: 0 });
    expect((await everything(forum)).queue).toMatchObject([{ thread_id: stays.id, board: 'delivery' }]);
    await undoDecision(services, merged.decision, mia);
    expect(await everything(forum)).toEqual(before);
  });

  it('splits answers off into a thread of their own, and lets them go back', async () => {
    const forum = await makeModeration();
    const { services, mia, ken } = forum;
    const { id, number, opening } = await forum.thread();
    const one = await forum.post(id);
    forum.time.now += 1000;
    const other = await forum.post(id, ken);
    await forum.post(id);
    await services.db.raw.execute({ sql: 'update forum_posts set accepted_at = 5 where id = ?', args: [one] });
    await services.db.raw.execute({
      sql: 'update forum_threads set accepted_post_id = ? where id = ?',
      args: [one, id],
    });
    await services.db.raw.execute({
      sql: 'update forum_members set accepted = 1 where account_id = ?',
      args: [forum.tom.id],
    });
    const before = await everything(forum);
    const seen = await version(forum, id);
    await expect(
      splitThread(services, number, { version: seen, posts: [opening], title: 'No' }, mia),
    ).rejects.toMatchObject({ slug: 'invalid-input' });
    const made = await splitThread(services, number, { version: seen, posts: [other, one], title: 'Drying' }, mia);
    expect(await forum.row('forum_threads', 'number = ?', made.thread)).toMatchObject({
      title: 'Drying',
      author_id: forum.tom.id,
      opening_post_id: one,
      replies: 1,
      visibility: 'visible',
      accepted_post_id: null,
      version: 1,
    });
    expect(await threadOf(forum, id)).toMatchObject({ replies: 1, accepted_post_id: null });
    await undoDecision(services, made.decision, mia);
    const after = await everything(forum);
    expect({ ...after, threads: after.threads.filter((thread) => thread['id'] === id) }).toEqual(before);
    expect(await forum.row('forum_threads', 'number = ?', made.thread)).toMatchObject({ merged_into_id: id });
  });

  it('is told when somebody else was first', async () => {
    const forum = await makeModeration();
    const { services, mia, max } = forum;
    const { id, number } = await forum.thread();
    const seen = await version(forum, id);
    const results = await Promise.allSettled([
      changeThread(services, number, { act: 'lock', version: seen }, mia),
      changeThread(services, number, { act: 'pin', version: seen }, max),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await forum.rows('select count(*) as count from moderation_decisions')).toEqual([{ count: 1 }]);
  });
});

describe('undoing an act', () => {
  it('leaves a thread where somebody else has moved it since', async () => {
    const forum = await makeModeration();
    const { services, mia } = forum;
    const { id, number } = await forum.thread();
    const one = await moveThread(services, number, { board: 'delivery', version: await version(forum, id) }, mia);
    await services.db.raw.execute({ sql: "update forum_threads set board = 'shop' where id = ?", args: [id] });
    await expect(undoDecision(services, one.decision, mia)).rejects.toMatchObject({ slug: 'state-changed' });
    expect(await threadOf(forum, id)).toMatchObject({ board: 'shop' });
  });

  it('brings no thread back whose first post has become another', async () => {
    const forum = await makeModeration();
    const { services, mia, max, tom } = forum;
    const [stays, goes] = [await forum.thread(), await forum.thread(tom)];
    await forum.post(goes.id);
    const merged = await mergeThreads(
      services,
      goes.number,
      { into: stays.number, version: await version(forum, goes.id) },
      mia,
    );
    const input = { version: await version(forum, stays.id), posts: [goes.opening], title: 'Another question' };
    const split = await splitThread(services, stays.number, input, max);
    await expect(undoDecision(services, merged.decision, mia)).rejects.toMatchObject({ slug: 'state-changed' });
    await undoDecision(services, split.decision, max);
    await undoDecision(services, merged.decision, mia);
    expect(await threadOf(forum, goes.id)).toMatchObject({ merged_into_id: null, replies: 1 });
  });
});

it('what everybody sees does not go into what nobody sees', async () => {
  const forum = await makeModeration();
  const [stays, goes] = [await forum.thread(), await forum.thread()];
  await forum.services.db.raw.execute({
    sql: "update forum_threads set visibility = 'hidden' where id = ?",
    args: [stays.id],
  });
  const input = { into: stays.number, version: await version(forum, goes.id) };
  await expect(mergeThreads(forum.services, goes.number, input, forum.mia)).rejects.toMatchObject({
    slug: 'invalid-input',
  });
});
