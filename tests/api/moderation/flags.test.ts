import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../api/forum/members/levels.ts';
import { flagWeight } from '../../../api/moderation/flag-weight.ts';
import { flagPost, withdrawFlag } from '../../../api/moderation/flags.ts';
import { ownFlags } from '../../../api/moderation/own-flags.ts';
import { sanction } from '../../../api/moderation/sanctions.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { makeModeration } from './some-moderation.ts';

describe('a flag', () => {
  it('brings a post before moderators, once for each reader, and weighs by their record', async () => {
    const forum = await makeModeration();
    const post = await forum.post((await forum.thread()).id);
    await flagPost(forum.services, post, { reason: 'rude', detail: 'Look at that.' }, forum.rose);
    await flagPost(forum.services, post, { reason: 'spam' }, forum.rose);
    expect(await forum.of(post)).toMatchObject({ state: 'pending', version: 1, row: { is_urgent: 0, score: 0.8 } });
    await flagPost(forum.services, post, { reason: 'private' }, forum.ken);
    expect(await forum.of(post)).toMatchObject({ version: 2, row: { is_urgent: 1, score: 2.4 } });
    expect(await forum.visibility(post)).toBe('visible');
    const flags = await forum.rows("select reason, detail from review_reasons where kind = 'flag' order by rowid");
    expect(flags).toEqual([
      { reason: 'rude', detail: 'Look at that.' },
      { reason: 'private', detail: null },
    ]);
  });

  it('weighs more for whom moderators agreed with, and less for whom they did not', () => {
    const record = { isStaff: false, level: 1, agreed: 0, disagreed: 0 };
    expect(flagWeight(record, false)).toBe(1);
    expect(flagWeight({ ...record, agreed: 10 }, false)).toBeCloseTo(1.714);
    expect(flagWeight({ ...record, disagreed: 10 }, false)).toBeCloseTo(0.286);
    expect(flagWeight({ ...record, isStaff: true }, false)).toBe(2);
  });

  it('hides a post at once when enough come together, counts it out, and a moderator brings it back', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.post(thread.id);
    const others = [forum.rose, forum.ken, await forum.account('ann'), await forum.account('bob')];
    for (const other of others) await flagPost(forum.services, post, { reason: 'spam' }, other);
    expect(await forum.visibility(post)).toBe('hidden');
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ replies: 0 });
    expect(await forum.rows('select action, from_state, to_state from review_events order by rowid')).toEqual([
      { action: 'flagged', from_state: null, to_state: 'pending' },
      ...[1, 2, 3].map(() => ({ action: 'flagged', from_state: 'pending', to_state: 'pending' })),
      { action: 'hidden-by-flags', from_state: 'pending', to_state: 'pending' },
    ]);
    await forum.verdict('ignore', [post]);
    expect(await forum.visibility(post)).toBe('visible');
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ replies: 1 });
    expect(await forum.row('forum_members', 'account_id = ?', forum.ken.id)).toMatchObject({ flags_disagreed: 0 });
  });

  it('is answered to whoever raised it, and to nobody else', async () => {
    const forum = await makeModeration();
    const post = await forum.post((await forum.thread()).id);
    const told = () => ownFlags(forum.services, forum.rose);
    await flagPost(forum.services, post, { reason: 'rude' }, forum.rose);
    const url = `/en/forum/posts/${post}/`;
    expect(await told()).toEqual([
      { title: 'Can I wash the insoles?', url, reason: 'rude', outcome: null, createdAt: forum.time.now },
    ]);
    const { id } = await forum.verdict('hide', [post]);
    expect(await told()).toMatchObject([{ url: null, outcome: 'agreed' }]);
    await undoDecision(forum.services, id, forum.max);
    expect(await told()).toMatchObject([{ url, outcome: null }]);
    await forum.verdict('approve', [post]);
    expect(await told()).toMatchObject([{ url, outcome: 'disagreed' }]);
    expect(await ownFlags(forum.services, forum.tom)).toEqual([]);
  });

  it('hides nothing official', async () => {
    const forum = await makeModeration();
    const post = await forum.post((await forum.thread()).id, forum.mia);
    await forum.services.db.raw.execute({ sql: 'update forum_posts set is_official = 1 where id = ?', args: [post] });
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      await flagPost(forum.services, post, { reason: 'private' }, await forum.account(name));
    expect(await forum.visibility(post)).toBe('visible');
    expect(await forum.of(post)).toMatchObject({ state: 'pending' });
  });

  it('is agreed with or not by a decision, which undoing takes back', async () => {
    const forum = await makeModeration();
    const post = await forum.post((await forum.thread()).id);
    await flagPost(forum.services, post, { reason: 'rude' }, forum.rose);
    const record = async () => {
      const { flags_agreed: agreed, flags_disagreed: disagreed } = await forum.row(
        'forum_members',
        'account_id = ?',
        forum.rose.id,
      );
      return [agreed, disagreed];
    };
    const { id } = await forum.verdict('hide', [post]);
    expect(await record()).toEqual([1, 0]);
    const back = await forum.verdict('restore', [post], forum.max);
    expect(await record()).toEqual([0, 1]);
    await undoDecision(forum.services, back.id, forum.max);
    expect(await record()).toEqual([1, 0]);
    await expect(undoDecision(forum.services, id, forum.max)).rejects.toMatchObject({ slug: 'state-changed' });
  });

  it('is not taken again for what a moderator has found right, until it is edited', async () => {
    const forum = await makeModeration();
    const post = await forum.post((await forum.thread()).id);
    await flagPost(forum.services, post, { reason: 'rude' }, forum.rose);
    await forum.verdict('approve', [post]);
    await expect(flagPost(forum.services, post, { reason: 'spam' }, forum.rose)).rejects.toMatchObject({
      slug: 'state-refused',
    });
    forum.time.now += 60_000;
    await forum.services.db.raw.execute({
      sql: 'update forum_posts set edited_at = ? where id = ?',
      args: [forum.time.now, post],
    });
    await flagPost(forum.services, post, { reason: 'spam' }, forum.rose);
    expect(await forum.of(post)).toMatchObject({ state: 'pending' });
  });

  it('is withdrawn, and what nothing speaks against any more is as it was', async () => {
    const forum = await makeModeration();
    const post = await forum.post((await forum.thread()).id);
    await flagPost(forum.services, post, { reason: 'private' }, forum.rose);
    await flagPost(forum.services, post, { reason: 'rude' }, forum.ken);
    await withdrawFlag(forum.services, post, forum.rose);
    expect(await forum.of(post)).toMatchObject({ state: 'pending', row: { score: 0.8 } });
    await withdrawFlag(forum.services, post, forum.ken);
    await withdrawFlag(forum.services, post, forum.ken);
    expect(await forum.of(post)).toMatchObject({ state: 'ignored', version: 4, row: { score: 0, is_urgent: 0 } });
  });

  it('is not taken of one’s own post, of what nobody sees, or from whoever is suspended', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const [seen, waiting] = [await forum.post(thread.id), await forum.queued(thread.id)];
    await expect(flagPost(forum.services, seen, { reason: 'rude' }, forum.tom)).rejects.toMatchObject({
      slug: 'state-refused',
    });
    await expect(flagPost(forum.services, waiting, { reason: 'rude' }, forum.rose)).rejects.toMatchObject({
      slug: 'not-found',
    });
    const until = forum.time.now + 86_400_000;
    await sanction(
      forum.services,
      forum.ken.id,
      { version: 1, kind: 'suspension', reason: 'Enough.', until },
      forum.mia,
    );
    await expect(flagPost(forum.services, seen, { reason: 'rude' }, forum.ken)).rejects.toMatchObject({
      slug: 'posting-suspended',
      message: expect.stringContaining('17 November 2026'),
    });
  });

  it('is taken so many times a day, by level', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const { flagsPerDay } = limitsOf(0);
    for (let count = 0; count < flagsPerDay; count += 1) {
      await flagPost(forum.services, await forum.post(thread.id), { reason: 'spam' }, forum.rose);
    }
    const one = await forum.post(thread.id);
    await expect(flagPost(forum.services, one, { reason: 'spam' }, forum.rose)).rejects.toMatchObject({
      slug: 'too-many-tries',
    });
    forum.time.now += 86_400_000;
    await flagPost(forum.services, one, { reason: 'spam' }, forum.rose);
  });
});
