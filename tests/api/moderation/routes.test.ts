import { describe, expect, it } from 'vitest';
import type {
  OwnStanding,
  Reviewable,
  ReviewableDetail,
  ReviewablePage,
  ThreadActResult,
} from '../../../api/moderation/contract.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { answerIn, askIn, type Member, memberOf } from '../forum/support.ts';
import { makePortal } from '../../support/services.ts';

const put = { method: 'PUT' };
const remove = { method: 'DELETE' };
const read = async <T>(answer: Response | Promise<Response>): Promise<T> => (await (await answer).json()) as T;

async function visibleIn(portal: Awaited<ReturnType<typeof makePortal>>) {
  await portal.services.db.raw.execute("update forum_posts set visibility = 'visible'");
  await portal.services.db.raw.execute("update forum_threads set visibility = 'visible'");
}

/** A question with an answer that Rose has flagged, and who takes part. */
async function flagged() {
  const portal = await makePortal();
  const [tom, rose] = [await memberOf(portal, 'Tom'), await memberOf(portal, 'Rose')];
  const [mia, max] = [await memberOf(portal, 'Mia', 'moderator'), await memberOf(portal, 'Max', 'moderator')];
  const asked = await askIn(rose);
  await visibleIn(portal);
  const answered = await answerIn(tom, asked.thread, 'Ring me and I will tell you.');
  await visibleIn(portal);
  await portal.services.db.raw.execute('delete from review_reasons');
  await portal.services.db.raw.execute('delete from review_events');
  await portal.services.db.raw.execute('delete from reviewables');
  const flag = await sendJson(rose.ask, `/api/moderation/posts/${answered.id}/flags`, {
    reason: 'private',
    detail: 'A number',
  });
  expect(flag.status).toBe(201);
  return { portal, tom, rose, mia, max, asked, answered };
}

const queue = (who: Member, query = '') => read<ReviewablePage>(who.ask(`/api/moderation/reviewables${query}`));

describe('the whole way of a flag', () => {
  it('from a reader over a decision to an appeal and its reversal', async () => {
    const { tom, mia, max, answered } = await flagged();
    const { reviewables } = await queue(mia, '?language=en&kind=post');
    const [item] = reviewables;
    expect(item).toMatchObject({
      isUrgent: true,
      post: { id: answered.id, visibility: 'visible' },
      reasons: [{ by: 'Rose', detail: 'A number' }],
    });
    expect(item?.actions).toEqual(['approve', 'reject', 'return', 'ignore', 'hide', 'remove']);
    const claimed = await mia.ask(`/api/moderation/reviewables/${item?.id}/claim`, put);
    expect(await read<Reviewable>(claimed)).toMatchObject({ claimedBy: { name: 'Mia' } });
    await problemOf(max.ask(`/api/moderation/reviewables/${item?.id}/claim`, put), 'claimed', 409);

    const items = [{ id: item?.id, version: item?.version }];
    const decided = await sendJson(mia.ask, '/api/moderation/decisions', { items, action: 'hide', rule: 'private' });
    const { id } = await read<{ id: string }>(decided);
    const own = await read<OwnStanding>(tom.ask('/api/moderation/own'));
    expect(own.posts[0]?.decision).toMatchObject({
      id,
      action: 'hide',
      rule: 'private',
      role: 'moderator',
      mayAppeal: true,
    });

    expect(
      (await sendJson(tom.ask, `/api/moderation/decisions/${id}/appeal`, { body: 'There is no number.' })).status,
    ).toBe(201);
    const detail = await read<ReviewableDetail>(max.ask(`/api/moderation/reviewables/${item?.id}`));
    expect(detail).toMatchObject({ state: 'pending', standing: { author: { name: 'Tom' }, postsRefused: 1 } });
    expect(detail.history.map(({ action }) => action)).toEqual(['flagged', 'hide', 'appealed']);
    const answer = { verdict: 'reversed', answer: 'You are right.' };
    const path = `/api/moderation/appeals/${detail.appeal?.id}`;
    await problemOf(sendJson(mia.ask, path, answer, put), 'not-allowed', 403);
    expect((await sendJson(max.ask, path, answer, put)).status).toBe(200);
    expect((await read<OwnStanding>(tom.ask('/api/moderation/own'))).posts[0]).toMatchObject({ visibility: 'visible' });
    await problemOf(tom.ask('/api/moderation/reviewables'), 'not-allowed', 403);
  });

  it('locks, unlocks, pins and archives threads by their version', async () => {
    const { mia, rose, asked } = await flagged();
    const at = async (path: string, version: number, method: 'PUT' | 'DELETE') =>
      read<ThreadActResult>(
        sendJson(mia.ask, `/api/moderation/threads/${asked.thread}/${path}`, { version }, { method }),
      );
    let { version } = await read<{ version: number }>(mia.ask(`/api/forum/threads/${asked.thread}`));
    for (const what of ['lock', 'pin', 'archive']) {
      const done = await at(what, version, 'PUT');
      expect(done).toMatchObject({ thread: asked.thread, version: version + 1 });
      version = (await at(what, done.version, 'DELETE')).version;
    }
    await problemOf(
      sendJson(mia.ask, `/api/moderation/threads/${asked.thread}/lock`, { version: 1 }, put),
      'state-changed',
      409,
    );
    await problemOf(
      sendJson(rose.ask, `/api/moderation/threads/${asked.thread}/lock`, { version }, put),
      'not-allowed',
      403,
    );
  });

  it('withdraws a flag, and there is nothing left to do', async () => {
    const { mia, rose, answered } = await flagged();
    expect((await rose.ask(`/api/moderation/posts/${answered.id}/flags`, remove)).status).toBe(204);
    expect((await queue(mia)).reviewables).toEqual([]);
    expect((await queue(mia, '?state=ignored')).reviewables).toHaveLength(1);
    expect(await read(mia.ask('/api/moderation/counts'))).toEqual({ pending: 0, urgent: 0, appeals: 0 });
  });
});
