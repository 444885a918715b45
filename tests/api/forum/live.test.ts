import { describe, expect, it, onTestFinished } from 'vitest';
import { makePortal } from '../../support/services.ts';
import { answerIn, askIn, memberOf, seenBy } from './support.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

/** Somebody who has a thread open, and what they are told. */
async function readerOf({ app }: Portal, number: number) {
  const answer = await app.request(`/api/forum/threads/${number}/live`);
  const reader = answer.body?.getReader();
  onTestFinished(() => reader?.cancel());
  const told = { text: '', isOpen: true };
  void (async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) break;
      told.text += new TextDecoder().decode(value);
    }
    told.isOpen = false;
  })();
  return { answer, told };
}

describe('whoever has a thread open', () => {
  it('is told how it stands, and again when something in it is new', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    await askIn(rose);
    const { answer, told } = await readerOf(portal, 1);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/event-stream']);
    await expect.poll(() => told.text).toContain('event: thread\ndata: {"version":1,"replies":0');
    portal.time.now += 5000;
    await answerIn(rose, 1, 'And the laces?');
    const lastPostAt = portal.services.clock();
    await expect.poll(() => told.text).toContain(`{"version":2,"replies":1,"lastPostAt":${lastPostAt}}\nid: 2\n`);
    expect((await seenBy(portal.app, 1)).version).toBe(2);
  });

  it('is told that it is gone when it is', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const { id } = await askIn(rose);
    const { told } = await readerOf(portal, 1);
    await expect.poll(() => told.text).toContain('event: thread');
    await rose.ask(`/api/forum/posts/${id}`, { method: 'DELETE' });
    await expect.poll(() => told.text).toContain('event: gone');
    await expect.poll(() => told.isOpen).toBe(false);
    expect((await portal.app.request('/api/forum/threads/1/live')).status).toBe(404);
  });

  it('is told that their own waiting thread was approved, while nobody else may listen to it', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    await askIn(rose);
    await portal.services.db.raw.execute("update forum_threads set visibility = 'pending'");
    expect((await portal.app.request('/api/forum/threads/1/live')).status).toBe(404);
    const { told } = await readerOf({ ...portal, app: { request: rose.ask } as unknown as Portal['app'] }, 1);
    await expect.poll(() => told.text).toContain('"version":1');
    await portal.services.db.raw.execute("update forum_threads set visibility = 'visible', version = version + 1");
    await expect.poll(() => told.text).toContain('"version":2');
    expect(told.isOpen).toBe(true);
  });
});
