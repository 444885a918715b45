import { describe, expect, it } from 'vitest';
import type { ThreadPage } from '../../../api/forum/contract.ts';
import { sendJson } from '../support/ask.ts';
import { makePortal } from '../../support/services.ts';
import { answerIn, askIn, memberOf, question, seenBy } from './support.ts';

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
