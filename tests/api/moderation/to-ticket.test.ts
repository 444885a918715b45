import { describe, expect, it } from 'vitest';
import { moveToTicket } from '../../../api/moderation/to-ticket/move-post.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { Problem } from '../../../api/problem.ts';
import { conversationBehind, tokenOf } from '../../../api/tickets/private-links.ts';
import { makeModeration } from './some-moderation.ts';

type Moderation = Awaited<ReturnType<typeof makeModeration>>;

/** What the author gets by mail: where the link in it leads, and what a moderator wrote. */
async function mailed(forum: Moderation) {
  const mail = (await forum.mails()).find(({ kind }) => kind === 'post-made-private');
  const payload = JSON.parse(String(mail?.['payload'])) as { linkId: string; note: string; isThread: boolean };
  const { db, secret, clock } = forum.services;
  const conversation = await conversationBehind(db, tokenOf(secret, payload.linkId), clock());
  return { recipient: mail?.['recipient'], payload, conversation };
}

describe('a post that says too much', () => {
  it('becomes a request of its author, and leaves everybody’s sight, in one write', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.post(thread.id, forum.tom, 'I live at 1-2-3 Ote, Matsumoto.');
    const { db } = forum.services;
    let writes = 0;
    const counted = {
      ...forum.services,
      db: {
        ...db,
        write: (...args: Parameters<typeof db.write>) => {
          writes += 1;
          return db.write(...args);
        },
      },
    };
    const { reference, decision } = await moveToTicket(
      counted,
      post,
      { version: 1, note: 'We’ll see to it here.' },
      forum.mia,
    );
    expect(writes).toBe(1);
    expect(reference).toMatch(/^M-/);
    expect(await forum.visibility(post)).toBe('removed');
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ visibility: 'visible', replies: 0 });
    expect(await forum.of(post)).toMatchObject({ state: 'removed' });
    const request = await forum.row('conversations', 'reference = ?', reference);
    expect(request).toMatchObject({
      channel: 'forum',
      subject: 'Can I wash the insoles?',
      language: 'en',
      state: 'new',
    });
    expect(await forum.row('messages', 'conversation_id = ?', String(request['id']))).toMatchObject({
      body: 'I live at 1-2-3 Ote, Matsumoto.',
      direction: 'in',
    });
    expect(await forum.row('identities', 'value = ?', 'tom@example.com')).toMatchObject({
      customer_id: request['customer_id'],
      verified_at: forum.time.now,
    });
    expect(await mailed(forum)).toMatchObject({
      recipient: 'tom@example.com',
      payload: { note: 'We’ll see to it here.', isThread: false },
      conversation: request['id'],
    });
    expect(await forum.row('moderation_decisions', 'id = ?', decision)).toMatchObject({
      action: 'to-ticket',
      rule: 'private',
      account_id: forum.mia.id,
    });
    expect(await forum.row('review_events', 'decision_id = ?', decision)).toMatchObject({
      action: 'to-ticket',
      role: 'moderator',
    });
    expect(await forum.rows('select id from audit_log where action = ?', 'moderation:to-ticket')).toHaveLength(1);
  });

  it('takes its thread along if it opened it', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    await forum.post(thread.id);
    await moveToTicket(forum.services, thread.opening, { version: 1 }, forum.mia);
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ visibility: 'removed' });
    expect((await mailed(forum)).payload.isThread).toBe(true);
  });

  it('that waits is decided by that, at the version of its line in the queue, and whoever flagged it was right', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.queued(thread.id, forum.tom, 'contact-data', 'Call 090-1234-5678.');
    const before = await forum.of(post);
    await expect(moveToTicket(forum.services, post, { version: before.version + 1 }, forum.mia)).rejects.toMatchObject({
      slug: 'state-changed',
    });
    await moveToTicket(forum.services, post, { version: before.version }, forum.mia);
    expect(await forum.of(post)).toMatchObject({ state: 'removed', version: before.version + 1 });
    expect(await forum.row('review_reasons', 'reviewable_id = ?', before.id)).toMatchObject({ outcome: 'agreed' });
  });

  it('is moved once, whoever asks again, and by one of two who ask at once', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.post(thread.id);
    const both = await Promise.all([
      moveToTicket(forum.services, post, { version: 1 }, forum.mia),
      moveToTicket(forum.services, post, { version: 1 }, forum.max),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(await moveToTicket(forum.services, post, { version: 1 }, forum.mia)).toEqual(both[0]);
    expect(await forum.rows('select id from conversations')).toHaveLength(1);
    expect((await forum.mails()).filter(({ kind }) => kind === 'post-made-private')).toHaveLength(1);
  });

  it('is shown again when that is undone, and the request stays with its author', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const { decision, reference } = await moveToTicket(forum.services, thread.opening, { version: 1 }, forum.mia);
    await undoDecision(forum.services, decision, forum.max);
    expect(await forum.visibility(thread.opening)).toBe('visible');
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ visibility: 'visible' });
    expect(await forum.of(thread.opening)).toMatchObject({ state: 'approved' });
    expect(await forum.row('conversations', 'reference = ?', reference)).toMatchObject({ state: 'new' });
  });

  it('stays where it is when its author is gone, when somebody else holds it, or when it was removed', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const post = await forum.post(thread.id);
    const refused = async (version: number) => {
      const answer = await moveToTicket(forum.services, post, { version }, forum.mia).catch((error: unknown) => error);
      return answer instanceof Problem ? answer.slug : answer;
    };
    const { raw } = forum.services.db;
    await raw.execute({ sql: `update accounts set state = 'suspended' where id = ?`, args: [forum.tom.id] });
    expect(await refused(1)).toBe('state-refused');
    await raw.execute(`update accounts set state = 'active'`);
    expect(await refused(7)).toBe('state-changed');
    const held = await forum.queued(thread.id);
    await raw.execute({
      sql: 'update reviewables set claimed_by = ?, claimed_until = ?',
      args: [forum.max.id, forum.time.now + 60_000],
    });
    const { version } = await forum.of(held);
    await expect(moveToTicket(forum.services, held, { version }, forum.mia)).rejects.toMatchObject({
      slug: 'state-changed',
    });
    await raw.execute({ sql: `update forum_posts set visibility = 'removed' where id = ?`, args: [post] });
    expect(await refused(1)).toBe('state-refused');
    expect(await forum.rows('select id from conversations')).toEqual([]);
    await expect(moveToTicket(forum.services, 'nothing', { version: 1 }, forum.mia)).rejects.toMatchObject({
      slug: 'not-found',
    });
  });
});
