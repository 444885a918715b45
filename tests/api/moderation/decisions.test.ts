import { describe, expect, it } from 'vitest';
import { editPost } from '../../../api/forum/edit.ts';
import { answerAppeal } from '../../../api/moderation/answer-appeal.ts';
import { appeal } from '../../../api/moderation/appeal.ts';
import { claim } from '../../../api/moderation/claims.ts';
import { decide } from '../../../api/moderation/decide.ts';
import { flagPost } from '../../../api/moderation/flags.ts';
import { historyOf } from '../../../api/moderation/history.ts';
import { postDecided } from '../../../api/moderation/mails/post-decided.ts';
import { listReviewables, readDetail, readReviewable } from '../../../api/moderation/queue.ts';
import { withoutReporters } from '../../../api/moderation/reporters.ts';
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

describe('a member of whom several posts are refused at once', () => {
  it('is before moderators when that makes three, however it was counted before', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const waiting = async () =>
      (await listReviewables(forum.services, { state: 'pending', kind: 'member' })).reviewables.length;
    const queue = (count: number) => Promise.all(Array.from({ length: count }, () => forum.queued(thread.id)));
    await forum.verdict('remove', await queue(2));
    expect(await waiting()).toBe(0);
    await forum.verdict('reject', await queue(2));
    expect(await waiting()).toBe(1);
  });

  it('is so, too, when what was shown is hidden; the same post counts once', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const waiting = async () =>
      (await listReviewables(forum.services, { state: 'pending', kind: 'member' })).reviewables.length;
    const posts = [await forum.queued(thread.id), await forum.queued(thread.id), await forum.queued(thread.id)];
    await forum.verdict('reject', posts.slice(0, 2));
    await forum.verdict('remove', posts.slice(0, 2));
    expect(await waiting()).toBe(0);
    await forum.verdict('approve', posts.slice(2));
    await forum.verdict('hide', posts.slice(2));
    expect(await waiting()).toBe(1);
  });
});

describe('a moderator’s own post', () => {
  it('is cleared by another moderator, not by its author: neither decided, nor undone, nor answered', async () => {
    const forum = await makeModeration();
    const { services, mia, max } = forum;
    const thread = await forum.thread();
    const post = await forum.queued(thread.id, mia);
    const { id } = await forum.of(post);
    expect((await forum.verdict('approve', [post], mia)).refused).toEqual([{ id, why: 'state-refused' }]);
    expect((await forum.verdict('approve', [post], max)).decided).toEqual([id]);
    const hidden = await forum.verdict('hide', [post], max);
    expect((await forum.verdict('restore', [post], mia)).refused).toEqual([{ id, why: 'state-refused' }]);
    await expect(undoDecision(services, hidden.id, mia)).rejects.toMatchObject({ slug: 'state-changed' });
    await appeal(services, hidden.id, { body: 'It was right.' }, mia);
    const [row] = await forum.rows('select id from appeals');
    const answer = { verdict: 'reversed', answer: 'It was right.' } as const;
    await expect(answerAppeal(services, String(row?.['id']), answer, mia)).rejects.toMatchObject({
      slug: 'not-allowed',
    });
    expect(await forum.visibility(post)).toBe('hidden');
  });

  it('they may take out of sight and undo that, and clear when they are alone', async () => {
    const forum = await makeModeration();
    const { services, mia, max } = forum;
    const thread = await forum.thread();
    const post = await forum.queued(thread.id, mia);
    const own = await forum.verdict('reject', [post], mia);
    await undoDecision(services, own.id, mia);
    expect(await forum.visibility(post)).toBe('pending');
    await services.db.raw.execute({ sql: "update accounts set state = 'suspended' where id = ?", args: [max.id] });
    expect((await forum.verdict('approve', [post], mia)).decided).toHaveLength(1);
  });

  it('tells them what was flagged, and not by whom', async () => {
    const forum = await makeModeration();
    const { services, mia, max, rose } = forum;
    const thread = await forum.thread();
    const post = await forum.post(thread.id, mia);
    await flagPost(services, post, { reason: 'rude', detail: 'Look.' }, rose);
    const detail = await readDetail(services, (await forum.of(post)).id);
    expect(JSON.stringify(withoutReporters(detail, mia))).not.toContain('rose');
    expect(withoutReporters(detail, mia).reasons).toMatchObject([{ reason: 'rude', detail: 'Look.', by: null }]);
    expect(withoutReporters(detail, max)).toEqual(detail);
  });
});

describe('a post that is edited while it waits', () => {
  it.each(['tom', 'max'] as const)('is not decided on by what it said before %s changed it', async (who) => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.queued(thread.id);
    const { id, version } = await forum.of(post);
    const edit = { version: 1, body: 'No, never in a machine.', reason: 'Wrong.' };
    await editPost(forum.services, post, edit, forum[who]);
    const decided = await decide(forum.services, { items: [{ id, version }], action: 'approve' }, forum.mia);
    expect(decided.refused).toEqual([{ id, why: 'state-changed' }]);
    expect((await historyOf(forum.services, id)).at(-1)).toMatchObject({ action: 'edited', by: who, to: 'pending' });
    expect((await forum.verdict('approve', [post])).decided).toEqual([id]);
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

  it('show a post again at once, and nobody hears of it; later, the author hears of that, too', async () => {
    const forum = await makeModeration();
    const { services, time } = forum;
    const post = await forum.queued((await forum.thread()).id);
    const hidden = await forum.verdict('reject', [post]);
    await forum.verdict('restore', [post], forum.max);
    const context = { services, language: 'en' as const, to: { address: 'tom@example.com', name: 'tom' } };
    expect(await postDecided.write({ decision: hidden.id, titles: [] }, context)).toBeNull();
    expect((await forum.mails()).map(({ kind }) => kind)).toEqual(['post-decided']);
    await forum.verdict('hide', [post]);
    time.now += 3 * 60_000;
    await forum.verdict('restore', [post], forum.max);
    const mails = await forum.mails();
    expect(mails.map(({ kind }) => kind)).toEqual(['post-decided', 'post-decided', 'post-decision-undone']);
    expect(JSON.parse(String(mails[2]?.['payload']))).toEqual({ titles: ['Can I wash the insoles?'] });
    time.now += 3 * 60_000;
    const again = await forum.verdict('hide', [post]);
    await undoDecision(services, again.id, forum.mia);
    expect(await forum.mails()).toHaveLength(4);
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
