import { describe, expect, it } from 'vitest';
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
    expect(await forum.of(post)).toMatchObject({ state: 'approved', version: 2, row: { verdict: 'approved', score: 0 } });
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ replies: 1 });
    expect(await forum.row('forum_members', 'account_id = ?', forum.tom.id)).toMatchObject({ posts: 1, posts_refused: 0 });
    await undoDecision(forum.services, id, forum.max);
    expect(await forum.visibility(post)).toBe('pending');
    expect(await forum.of(post)).toMatchObject({ state: 'pending', version: 3, row: { verdict: null, score: 1 } });
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ replies: 0 });
    expect(await forum.row('forum_members', 'account_id = ?', forum.tom.id)).toMatchObject({ posts: 0 });
  });

  it('removes many at once, and tells each author once, by which rule', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const posts = [await forum.queued(thread.id), await forum.queued(thread.id), await forum.queued(thread.id, forum.ken)];
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
