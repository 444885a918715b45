import { describe, expect, it } from 'vitest';
import { submitReply } from '../../../api/forum/submit.ts';
import { answerAppeal } from '../../../api/moderation/answer-appeal.ts';
import { appeal } from '../../../api/moderation/appeal.ts';
import { liftSanction, sanction, setLevel } from '../../../api/moderation/sanctions.ts';
import { changeThread } from '../../../api/moderation/thread-acts/change-thread.ts';
import { mergeThreads } from '../../../api/moderation/thread-acts/merge-threads.ts';
import { splitThread } from '../../../api/moderation/thread-acts/split-thread.ts';
import { moveToTicket } from '../../../api/moderation/to-ticket/move-post.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { Problem } from '../../../api/problem.ts';
import { makeModeration, type Moderation } from './some-moderation.ts';

/** How many of what is done at the same moment was done; the others were refused with a reason. */
async function wonBy(doings: Promise<unknown>[]): Promise<number> {
  const results = await Promise.allSettled(doings);
  for (const result of results) {
    if (result.status === 'rejected' && !(result.reason instanceof Problem)) throw result.reason;
  }
  return results.filter(({ status }) => status === 'fulfilled').length;
}

/** A decision, as something that is done or refused. */
async function wholly(decision: ReturnType<Moderation['verdict']>): Promise<void> {
  const { refused } = await decision;
  if (refused.length > 0) throw new Problem('state-changed');
}

const versionOf = async (forum: Moderation, id: string) =>
  Number((await forum.row('forum_threads', 'id = ?', id))['version']);

/** Every post is in a thread that stands by itself, and is counted where it is. */
async function expectThreadsInOrder({ rows }: Moderation): Promise<void> {
  expect(
    await rows(`select post.id from forum_posts as post inner join forum_threads as thread on thread.id = post.thread_id
      where thread.merged_into_id is not null`),
  ).toEqual([]);
  expect(
    await rows(`select id from forum_threads as thread where replies <> (select count(*) from forum_posts as post
      where post.thread_id = thread.id and post.visibility = 'visible' and post.id <> thread.opening_post_id)`),
  ).toEqual([]);
  expect(
    await rows(`select id from forum_threads as thread where merged_into_id is null and not exists (
      select 1 from forum_posts as post where post.id = thread.opening_post_id and post.thread_id = thread.id)`),
  ).toEqual([]);
}

const by = (forum: Moderation) => [forum.mia, forum.max];

describe('of two moderators at the same moment', () => {
  it('one undoes a decision', async () => {
    const forum = await makeModeration();
    const post = await forum.queued((await forum.thread()).id);
    const { id } = await forum.verdict('reject', [post]);
    expect(await wonBy(by(forum).map((who) => undoDecision(forum.services, id, who)))).toBe(1);
    expect(await forum.of(post)).toMatchObject({ state: 'pending', version: 3 });
  });

  it('one undoes, or the other decides anew', async () => {
    const forum = await makeModeration();
    const post = await forum.queued((await forum.thread()).id);
    const { id } = await forum.verdict('reject', [post]);
    const decided = wholly(forum.verdict('remove', [post], forum.max));
    expect(await wonBy([undoDecision(forum.services, id, forum.mia), decided])).toBe(1);
    const { state, version } = await forum.of(post);
    expect([state, version, await forum.visibility(post)]).toEqual(
      state === 'pending' ? ['pending', 3, 'pending'] : ['removed', 3, 'removed'],
    );
  });

  it('one answers an appeal, and nothing else is decided or undone meanwhile', async () => {
    const forum = await makeModeration();
    const post = await forum.post((await forum.thread()).id, forum.tom);
    const ticket = await moveToTicket(forum.services, post, { version: 1 }, forum.mia);
    await undoDecision(forum.services, ticket.decision, forum.mia);
    const { id } = await forum.verdict('hide', [post], await forum.account('ann', 'moderator'));
    await appeal(forum.services, id, { body: 'Please look again.' }, forum.tom);
    const [row] = await forum.rows('select id from appeals');
    const answer = { verdict: 'reversed', answer: 'You are right.' } as const;
    const answers = by(forum).map((who) => answerAppeal(forum.services, String(row?.['id']), answer, who));
    expect(await wonBy([...answers, undoDecision(forum.services, id, forum.mia)])).toBe(1);
    expect(await forum.visibility(post)).toBe('visible');
  });

  it('one makes a request of a post, or the other hides it', async () => {
    const forum = await makeModeration();
    const post = await forum.queued((await forum.thread()).id);
    const { version } = await forum.of(post);
    const hidden = wholly(forum.verdict('hide', [post], forum.max));
    expect(await wonBy([moveToTicket(forum.services, post, { version }, forum.mia), hidden])).toBe(1);
    const [row] = await forum.rows('select count(*) as count from conversations');
    const isRequest = (await forum.of(post)).state === 'removed';
    expect(row?.['count']).toBe(Number(isRequest));
  });

  it('one locks, moves, merges or splits a thread', async () => {
    const forum = await makeModeration();
    const { services, mia, max } = forum;
    const [one, other] = [await forum.thread(), await forum.thread()];
    const answer = await forum.post(one.id);
    const version = await versionOf(forum, one.id);
    expect(
      await wonBy([
        changeThread(services, one.number, { act: 'lock', version }, mia),
        mergeThreads(services, one.number, { into: other.number, version }, max),
        splitThread(services, one.number, { version, posts: [answer], title: 'Another question' }, mia),
        changeThread(services, one.number, { act: 'pin', version }, max),
      ]),
    ).toBe(1);
    await expectThreadsInOrder(forum);
  });

  it('one lets a thread go into another, and never each into the other', async () => {
    const forum = await makeModeration();
    const [one, other] = [await forum.thread(), await forum.thread()];
    const versions = [await versionOf(forum, one.id), await versionOf(forum, other.id)];
    const merges = [
      mergeThreads(forum.services, one.number, { into: other.number, version: versions[0] ?? 0 }, forum.mia),
      mergeThreads(forum.services, other.number, { into: one.number, version: versions[1] ?? 0 }, forum.max),
    ];
    expect(await wonBy(merges)).toBe(1);
    await expectThreadsInOrder(forum);
    const [row] = await forum.rows("select id from moderation_decisions where action = 'merge'");
    expect(await wonBy(by(forum).map((who) => undoDecision(forum.services, String(row?.['id']), who)))).toBe(1);
    await expectThreadsInOrder(forum);
  });

  it('one lifts a sanction, and one sets a level', async () => {
    const forum = await makeModeration();
    const { services, tom, mia, time } = forum;
    const silence = { version: 1, kind: 'silence', reason: 'Calm down.', until: time.now + 86_400_000 } as const;
    const { sanctions, version } = await sanction(services, tom.id, silence, mia);
    const levels = by(forum).map((who) => setLevel(services, tom.id, { version, level: 2, isFixed: true }, who));
    expect(await wonBy(levels)).toBe(1);
    const before = Number((await forum.row('forum_members', 'account_id = ?', tom.id))['version']);
    const lifts = by(forum).map((who) => liftSanction(services, sanctions[0]?.id ?? '', who));
    expect(await wonBy(lifts)).toBe(1);
    // Whoever comes second changes nothing.
    expect(await forum.row('forum_members', 'account_id = ?', tom.id)).toMatchObject({
      version: before + 1,
      silenced_until: null,
    });
  });
});

describe('an answer that is sent while its thread goes into another, or is split', () => {
  it.each(['merge', 'split'] as const)('is where its readers are, or is refused: %s', async (act) => {
    const forum = await makeModeration();
    const { services, mia, tom } = forum;
    const [one, other] = [await forum.thread(), await forum.thread()];
    const answer = await forum.post(one.id);
    const version = await versionOf(forum, one.id);
    const once = { scope: 'posts', key: 'a key of its own', fingerprint: 'x' };
    const input = { body: 'By hand, in lukewarm water.', pictures: [] };
    const done =
      act === 'merge'
        ? mergeThreads(services, one.number, { into: other.number, version }, mia)
        : splitThread(services, one.number, { version, posts: [answer], title: 'Another question' }, mia);
    expect(await wonBy([submitReply(services, one.number, input, tom, once), done])).toBeGreaterThan(0);
    await expectThreadsInOrder(forum);
  });
});
