import { describe, expect, it } from 'vitest';
import { claim } from '../../../api/moderation/claims.ts';
import { decide } from '../../../api/moderation/decide.ts';
import { historyOf } from '../../../api/moderation/history.ts';
import { postDecided } from '../../../api/moderation/mails/post-decided.ts';
import { listReviewables, readReviewable } from '../../../api/moderation/queue.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { makeModeration } from './some-moderation.ts';

describe('a decision', () => {
  it('publishes what waits, with its thread and every counter', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.queued(thread.id);
    const { id, decided, refused } = await forum.verdict('approve', [post]);
    expect({ decided: decided.length, refused }).toEqual({ decided: 1, refused: [] });
    expect(await forum.visibility(post)).toBe('visible');
    expect(await forum.of(post)).toMatchObject({
      state: 'approved',
      version: 2,
      row: { verdict: 'approved', score: 0 },
    });
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ replies: 1 });
    expect(await forum.row('forum_members', 'account_id = ?', forum.tom.id)).toMatchObject({
      posts: 1,
      posts_refused: 0,
    });
    await undoDecision(forum.services, id, forum.max);
    expect(await forum.visibility(post)).toBe('pending');
    expect(await forum.of(post)).toMatchObject({ state: 'pending', version: 3, row: { verdict: null, score: 1 } });
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ replies: 0 });
    expect(await forum.row('forum_members', 'account_id = ?', forum.tom.id)).toMatchObject({ posts: 0 });
  });

  it('removes many at once, and tells each author once, by which rule', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const posts = [
      await forum.queued(thread.id),
      await forum.queued(thread.id),
      await forum.queued(thread.id, forum.ken),
    ];
    const { decided } = await forum.verdict('remove', posts, forum.mia, { rule: 'kind', note: 'Please be kind.' });
    expect(decided).toHaveLength(3);
    const mails = await forum.mails();
    expect(mails.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['post-decided', 'tom@example.com'],
      ['post-decided', 'ken@example.com'],
    ]);
    expect(JSON.parse(String(mails[0]?.['payload']))).toMatchObject({
      titles: ['Can I wash the insoles?', 'Can I wash the insoles?'],
    });
    expect(await forum.row('forum_members', 'account_id = ?', forum.tom.id)).toMatchObject({ posts_refused: 2 });
  });
});

describe('a member whose posts are refused again and again', () => {
  it('is before moderators, too, once, until somebody has decided', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const refuse = async () => forum.verdict('remove', [await forum.queued(thread.id)]);
    const waiting = async () =>
      (await listReviewables(forum.services, { state: 'pending', kind: 'member' })).reviewables;
    for (const count of [0, 0, 1, 1, 1, 1]) {
      await refuse();
      expect(await waiting()).toHaveLength(count);
    }
    const [member] = await waiting();
    expect(member).toMatchObject({
      author: { name: 'tom' },
      post: null,
      reasons: [{ reason: 'flagged-often' }],
      actions: ['approve', 'reject', 'ignore'],
      version: 1,
    });
    const items = [{ id: member?.id ?? '', version: 1 }];
    const { id, decided } = await decide(forum.services, { items, action: 'ignore' }, forum.mia);
    expect(decided).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    await undoDecision(forum.services, id, forum.max);
    expect(await waiting()).toMatchObject([{ state: 'pending', version: 3, score: 1 }]);
  });
});

describe('two moderators', () => {
  it('never overwrite each other: one decides, the other is told', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const [one, other] = [await forum.queued(thread.id), await forum.queued(thread.id)];
    const results = await Promise.all([
      forum.verdict('approve', [one, other], forum.mia),
      forum.verdict('remove', [other, one], forum.max),
    ]);
    expect(results.map(({ decided }) => decided.length).toSorted((a, b) => a - b)).toEqual([0, 2]);
    const loser = results.find(({ decided }) => decided.length === 0);
    expect(loser?.refused.map(({ why }) => why)).toEqual(['state-changed', 'state-changed']);
    expect(await forum.rows('select count(*) as count from moderation_decisions')).toEqual([{ count: 1 }]);
    expect((await forum.of(one)).version).toBe(2);
  });

  it('keep what the other has claimed, until the claim ends', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.queued(thread.id);
    const { id } = await forum.of(post);
    expect((await claim(forum.services, id, forum.mia)).claimedBy).toMatchObject({ name: 'mia' });
    await expect(claim(forum.services, id, forum.max)).rejects.toMatchObject({ slug: 'claimed' });
    expect((await forum.verdict('approve', [post], forum.max)).refused).toEqual([{ id, why: 'claimed' }]);
    forum.time.now += 10 * 60_000;
    expect((await forum.verdict('approve', [post], forum.max)).decided).toEqual([id]);
    expect((await readReviewable(forum.services, id)).claimedBy).toBeNull();
  });

  it('undo a decision once, and only what nobody has changed since', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const [one, other] = [await forum.queued(thread.id), await forum.queued(thread.id)];
    const { id } = await forum.verdict('remove', [one, other]);
    await forum.verdict('restore', [other], forum.max);
    const undone = await undoDecision(forum.services, id, forum.max);
    expect(undone).toMatchObject({ decided: [(await forum.of(one)).id], refused: [{ why: 'state-changed' }] });
    expect([await forum.visibility(one), await forum.visibility(other)]).toEqual(['pending', 'visible']);
    await expect(undoDecision(forum.services, id, forum.max)).rejects.toMatchObject({ slug: 'state-changed' });
    expect(
      (await historyOf(forum.services, (await forum.of(one)).id)).map(({ action, from, to }) => [action, from, to]),
    ).toEqual([
      ['queued', null, 'pending'],
      ['remove', 'pending', 'removed'],
      ['undone', 'removed', 'pending'],
    ]);
  });

  it('undo within two minutes, and nobody hears of it; later, the author hears that it was taken back', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.queued(thread.id);
    const quick = await forum.verdict('remove', [post]);
    forum.time.now += 60_000;
    await undoDecision(forum.services, quick.id, forum.mia);
    const context = {
      services: forum.services,
      language: 'en' as const,
      to: { address: 'tom@example.com', name: 'tom' },
    };
    expect(await postDecided.write({ decision: quick.id, titles: [] }, context)).toBeNull();
    const slow = await forum.verdict('remove', [post]);
    expect(await postDecided.write({ decision: slow.id, titles: [] }, context)).toMatchObject({
      subject: expect.any(String),
    });
    forum.time.now += 3 * 60_000;
    await undoDecision(forum.services, slow.id, forum.mia);
    expect((await forum.mails()).map(({ kind }) => kind)).toEqual([
      'post-decided',
      'post-decided',
      'post-decision-undone',
    ]);
  });

  it('name only rules of the guidelines', async () => {
    const forum = await makeModeration();
    const post = await forum.queued((await forum.thread()).id);
    await expect(forum.verdict('remove', [post], forum.mia, { rule: 'made-up' })).rejects.toMatchObject({
      slug: 'invalid-input',
    });
    expect(await forum.of(post)).toMatchObject({ state: 'pending' });
  });
});
