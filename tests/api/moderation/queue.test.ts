import { describe, expect, it } from 'vitest';
import { claim } from '../../../api/moderation/claims.ts';
import { flagPost } from '../../../api/moderation/flags.ts';
import { memberStanding } from '../../../api/moderation/member-standing.ts';
import { ownFlags } from '../../../api/moderation/own-flags.ts';
import { ownStanding } from '../../../api/moderation/own-standing.ts';
import { countQueue, listReviewables, readDetail } from '../../../api/moderation/queue.ts';
import { promoteMembers } from '../../../api/forum/members/promote.ts';
import { readsOf } from '../support/reads.ts';
import { makeModeration, type Moderation } from './some-moderation.ts';

/** Many that wait, with scores that repeat, and some that are urgent. */
async function many(forum: Moderation, count: number) {
  const thread = await forum.thread();
  for (let index = 0; index < count; index += 1) {
    if (index % 3 === 0) forum.time.now += 1000;
    await forum.queued(thread.id);
  }
  await forum.services.db.raw.execute('update reviewables set score = (rowid % 4) / 2.0, is_urgent = (rowid % 10 = 0)');
}

describe('the queue', () => {
  it('gives everything once, page by page: the urgent, then the weightiest, then the oldest', async () => {
    const forum = await makeModeration();
    await many(forum, 120);
    const found = [];
    const pages = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof listReviewables>> = await listReviewables(forum.services, {
        state: 'pending',
        after,
      });
      found.push(...page.reviewables);
      pages.push(page.reviewables.length);
      after = page.next;
    }
    expect(pages).toEqual([50, 50, 20]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(120);
    const inOrder = found.toSorted(
      (one, other) =>
        Number(other.isUrgent) - Number(one.isUrgent) ||
        other.score - one.score ||
        one.createdAt - other.createdAt ||
        (one.id < other.id ? -1 : 1),
    );
    expect(found.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
    expect(await countQueue(forum.services)).toEqual({ pending: 120, urgent: 12, appeals: 0 });
  });

  it('gives what was decided, the latest first, and only what is asked for', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const posts = [];
    for (let index = 0; index < 60; index += 1) posts.push(await forum.queued(thread.id));
    for (const post of posts) {
      forum.time.now += 1000;
      await forum.verdict('approve', [post]);
    }
    const first = await listReviewables(forum.services, { state: 'approved' });
    const second = await listReviewables(forum.services, { state: 'approved', after: first.next ?? '' });
    const ids = [...first.reviewables, ...second.reviewables].map(({ post }) => post?.id);
    expect(ids).toEqual(posts.toReversed());
    expect(second.next).toBeNull();
    expect((await listReviewables(forum.services, { state: 'approved', language: 'ja' })).reviewables).toEqual([]);
    expect(
      (await listReviewables(forum.services, { state: 'pending', kind: 'member', after: 'nonsense' })).reviewables,
    ).toEqual([]);
  });

  it('never shows a claim that has ended', async () => {
    const forum = await makeModeration();
    const post = await forum.queued((await forum.thread()).id);
    const { id } = await forum.of(post);
    await claim(forum.services, id, forum.mia);
    forum.time.now += 10 * 60_000;
    expect((await readDetail(forum.services, id)).claimedBy).toBeNull();
  });
});

/** The plan of each statement that is read with. */
async function plansOf({ services }: Moderation, act: () => Promise<unknown>): Promise<string[]> {
  const reads = await readsOf(act);
  expect(reads.length).toBeGreaterThan(0);
  const plans = [];
  for (const { sql, args = [] } of reads) {
    const { rows } = await services.db.raw.execute({ sql: `explain query plan ${sql}`, args });
    plans.push(rows.map((row) => row['detail'] as string).join('\n'));
  }
  return plans;
}

describe('a large queue', () => {
  it('is walked along its index, page by page', async () => {
    const forum = await makeModeration();
    const place = '0'.repeat(36);
    for (const after of ['', `1_2.4_1_${place}`]) {
      const [list = ''] = await plansOf(forum, () =>
        listReviewables(forum.services, { state: 'pending', language: 'en', after }),
      );
      expect(list).toMatch(/^(SCAN|SEARCH) reviewables USING INDEX reviewables_pending/);
      expect(list).not.toMatch(/B-TREE|AUTOMATIC|\nSCAN/);
    }
    for (const after of ['', `1_${place}`]) {
      const [list = ''] = await plansOf(forum, () =>
        listReviewables(forum.services, { state: 'removed', kind: 'post', after }),
      );
      expect(list).toMatch(/^SEARCH reviewables USING INDEX reviewables_decided/);
      expect(list).not.toMatch(/B-TREE|AUTOMATIC|SCAN/);
    }
  });

  it('goes through no table for one of it, a member, their flags, or their own page', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.post(thread.id);
    await flagPost(forum.services, post, { reason: 'rude' }, forum.rose);
    await forum.verdict('hide', [post]);
    const { id } = await forum.of(post);
    const acts = [
      () => readDetail(forum.services, id),
      () => memberStanding(forum.services, forum.tom.id),
      () => ownStanding(forum.services, forum.tom),
      () => ownFlags(forum.services, forum.rose),
      () => flagPost(forum.services, thread.opening, { reason: 'rude' }, forum.ken),
      () => forum.verdict('restore', [post]),
      () => promoteMembers(forum.services),
    ];
    for (const act of acts) {
      for (const plan of await plansOf(forum, act)) {
        const steps = plan
          .split('\n')
          .filter((step) => !/^SCAN (json_each|reason VIRTUAL|\w+ VIRTUAL|CONSTANT)/.test(step));
        expect(
          steps.filter((step) => /^SCAN|AUTOMATIC/.test(step)),
          plan,
        ).toEqual([]);
      }
    }
  });
});
