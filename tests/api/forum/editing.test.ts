import { describe, expect, it } from 'vitest';
import type { Revision, SentPost } from '../../../api/forum/contract.ts';
import { makePortal } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { answerIn, askIn, type Member, memberOf, question, seenBy } from './support.ts';

const day = 86_400_000;

const edit = (who: Member, id: string, changes: object) =>
  sendJson(who.ask, `/api/forum/posts/${id}`, { version: 1, body: question.body, ...changes }, { method: 'PUT' });
const remove = (who: Member, id: string) => who.ask(`/api/forum/posts/${id}`, { method: 'DELETE' });

async function problemOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { type: string }).type.replace('/problems/', '');
}

async function revisions(ask: Member['ask'], id: string): Promise<Revision[]> {
  return ((await (await ask(`/api/forum/posts/${id}/revisions`)).json()) as { revisions: Revision[] }).revisions;
}

async function silence(portal: Awaited<ReturnType<typeof makePortal>>, { id }: Member) {
  await portal.services.db.raw.execute({
    sql: 'update forum_members set silenced_until = ? where account_id = ?',
    args: [portal.services.clock() + day, id],
  });
}

describe('an edit', () => {
  it('changes what everybody reads, and keeps what it said for its author and moderators', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const moderator = await memberOf(portal, 'Mo', 'moderator');
    const { id } = await askIn(rose);
    const changes = { title: 'Worn  insoles?', body: 'I wore them twice.', reason: 'I miscounted' };
    expect((await edit(rose, id, changes)).status).toBe(200);
    const ask = async (path: string) => portal.app.request(path);
    expect(await seenBy(portal.app, 1)).toMatchObject({
      title: 'Worn insoles?',
      opening: { html: '<p>I wore them twice.</p>', edits: 1, version: 2, editedAt: portal.services.clock() },
    });
    const told = { by: 'Rose', reason: 'I miscounted', at: portal.services.clock() };
    expect(await revisions(ask, id)).toEqual([{ ...told, title: null, body: null }]);
    const whole = [{ ...told, title: question.title, body: question.body }];
    expect(await revisions(rose.ask, id)).toEqual(whole);
    expect(await revisions(moderator.ask, id)).toEqual(whole);
    const source = await rose.ask(`/api/forum/posts/${id}/source`);
    expect(await source.json()).toEqual({ title: 'Worn insoles?', body: 'I wore them twice.', version: 2 });
  });

  it('of a version that somebody changed meanwhile changes nothing', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const { id } = await askIn(rose);
    const both = await Promise.all([edit(rose, id, { body: 'One' }), edit(rose, id, { body: 'Other' })]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect(await revisions(rose.ask, id)).toHaveLength(1);
  });

  it('is for its author, and for moderators who say why', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    const moderator = await memberOf(portal, 'Mo', 'moderator');
    const { id } = await askIn(rose);
    expect(await problemOf(await edit(tom, id, { body: 'Mine now' }))).toBe('not-yours');
    expect(await problemOf(await edit(moderator, id, { body: 'Tidied' }))).toBe('invalid-input');
    expect((await edit(moderator, id, { body: 'Tidied', reason: 'Took the order number out' })).status).toBe(200);
    expect((await seenBy(portal.app, 1)).opening).toMatchObject({ html: '<p>Tidied</p>', author: { name: 'Rose' } });
  });

  it('comes too late a day after a first post, and later the more its author is trusted', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const { id } = await askIn(rose);
    portal.time.now += day + 1;
    expect(await problemOf(await edit(rose, id, { body: 'Later' }))).toBe('state-refused');
    expect((await seenBy(rose, 1)).opening.may.edit).toBe(false);
    await portal.services.db.raw.execute('update forum_members set level = 1');
    expect((await seenBy(rose, 1)).opening.may.edit).toBe(true);
    expect((await edit(rose, id, { body: 'Later' })).status).toBe(200);
  });

  it('of what a moderator has to look at takes it out of sight until then', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await askIn(rose);
    const { id } = await answerIn(tom, 1, 'Yes.');
    await silence(portal, tom);
    const answer = await edit(tom, id, { body: 'Yes, but.' });
    expect((await answer.json()) as SentPost).toMatchObject({
      visibility: 'pending',
      held: 'For now, we look at all of your posts before they appear.',
    });
    expect(await seenBy(portal.app, 1)).toMatchObject({ replies: 0, posts: [], lane: 'unanswered' });
    expect((await seenBy(tom, 1)).posts).toMatchObject([{ visibility: 'pending' }]);
    const { rows } = await portal.services.db.raw.execute(
      `select reviewables.state, score, reason, action, from_state, to_state from reviewables
        inner join review_reasons on review_reasons.reviewable_id = reviewables.id
        inner join review_events on review_events.reviewable_id = reviewables.id`,
    );
    expect(rows).toMatchObject([
      { state: 'pending', score: 0.5, reason: 'silenced', action: 'queued', from_state: null, to_state: 'pending' },
    ]);
  });

  it('of a post that was returned waits for a moderator again', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const { id } = await askIn(rose);
    await portal.services.db.raw.execute("update forum_posts set visibility = 'returned'");
    await portal.services.db.raw.execute("update forum_threads set visibility = 'returned'");
    portal.time.now += 90 * day;
    await rose.signInAgain();
    const answer = await edit(rose, id, { body: 'Without the order number.' });
    expect(await answer.json()).toMatchObject({
      visibility: 'pending',
      held: 'We look at your revised post before it appears.',
    });
    expect((await portal.app.request('/api/forum/threads/1')).status).toBe(404);
    expect((await seenBy(rose, 1)).opening.visibility).toBe('pending');
  });

  it('is refused in a thread that was locked or archived, except to moderators', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const moderator = await memberOf(portal, 'Mo', 'moderator');
    const { id } = await askIn(rose);
    for (const [index, closed] of ['is_locked = 1', 'is_locked = 0, archived_at = 1'].entries()) {
      await portal.services.db.raw.execute(`update forum_threads set ${closed}`);
      expect(await problemOf(await edit(rose, id, { body: 'Later', version: index + 1 }))).toBe('thread-closed');
      const why = { body: `Tidied ${closed}`, reason: 'Typing', version: index + 1 };
      expect((await edit(moderator, id, why)).status).toBe(200);
    }
  });
});

describe('a post of one’s own', () => {
  it('can be taken away, and leaves word for moderators', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    const asked = await askIn(rose);
    const { id } = await answerIn(tom, 1, 'Yes.');
    expect(await problemOf(await remove(rose, id))).toBe('not-yours');
    // A question that was answered stays.
    expect(await problemOf(await remove(rose, asked.id))).toBe('state-refused');
    expect(await (await remove(tom, id)).json()).toMatchObject({ id, visibility: 'removed' });
    expect(await seenBy(portal.app, 1)).toMatchObject({ replies: 0, posts: [] });
    expect((await remove(rose, asked.id)).status).toBe(200);
    expect((await portal.app.request('/api/forum/threads/1')).status).toBe(404);
    const { rows } = await portal.services.db.raw.execute(
      'select r.state, e.action, e.to_state, e.role from reviewables r inner join review_events e on e.reviewable_id = r.id',
    );
    const word = { state: 'removed', action: 'removed-by-author', to_state: 'removed', role: 'member' };
    expect(rows).toMatchObject([word, word]);
    expect(await problemOf(await remove(tom, id))).toBe('state-refused');
  });
});
