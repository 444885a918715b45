import { describe, expect, it } from 'vitest';
import { answerAppeal } from '../../../api/moderation/answer-appeal.ts';
import { appeal } from '../../../api/moderation/appeal.ts';
import { flagPost } from '../../../api/moderation/flags.ts';
import { ownStanding } from '../../../api/moderation/own-standing.ts';
import { countQueue, readDetail } from '../../../api/moderation/queue.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { makeModeration, type Moderation } from './some-moderation.ts';

async function hidden(forum: Moderation) {
  const thread = await forum.thread();
  const post = await forum.post(thread.id);
  await flagPost(forum.services, post, { reason: 'private' }, forum.rose);
  const { id } = await forum.verdict('hide', [post], forum.mia, { rule: 'private', note: 'There is a number in it.' });
  return { thread, post, decision: id };
}

async function appealed(forum: Moderation) {
  const made = await hidden(forum);
  await appeal(forum.services, made.decision, { body: 'That is the number of a size.' }, forum.tom);
  const [row] = await forum.rows('select id from appeals');
  return { ...made, appealId: String(row?.['id']) };
}

const reversed = { verdict: 'reversed', answer: 'You are right.' } as const;

describe('an author', () => {
  it('reads what became of a post, by which rule and whose role, and may appeal', async () => {
    const forum = await makeModeration();
    const { post, decision } = await hidden(forum);
    const own = await ownStanding(forum.services, forum.tom);
    expect(own.posts).toMatchObject([
      {
        id: post,
        visibility: 'hidden',
        decision: {
          id: decision,
          action: 'hide',
          rule: 'private',
          role: 'moderator',
          note: 'There is a number in it.',
          mayAppeal: true,
          appeal: null,
        },
      },
    ]);
    expect(JSON.stringify(own)).not.toContain('mia');
  });

  it('appeals once, and it is before moderators again, still out of sight', async () => {
    const forum = await makeModeration();
    const { post, decision } = await appealed(forum);
    const { id, state } = await forum.of(post);
    expect([state, await forum.visibility(post)]).toEqual(['pending', 'hidden']);
    expect(await readDetail(forum.services, id)).toMatchObject({
      appeal: { body: 'That is the number of a size.' },
      actions: [],
      reasons: [
        { reason: 'private', outcome: 'agreed' },
        { reason: 'appeal', outcome: null },
      ],
    });
    expect(await countQueue(forum.services)).toEqual({ pending: 1, urgent: 0, appeals: 1 });
    await expect(appeal(forum.services, decision, { body: 'Again.' }, forum.tom)).rejects.toMatchObject({
      slug: 'state-refused',
    });
    expect((await forum.verdict('restore', [post])).refused).toEqual([{ id, why: 'state-refused' }]);
  });

  it('appeals against nothing of somebody else, nothing undone, and nothing that may be revised', async () => {
    const forum = await makeModeration();
    const { post, decision } = await hidden(forum);
    await expect(appeal(forum.services, decision, { body: 'Mine?' }, forum.ken)).rejects.toMatchObject({
      slug: 'not-found',
    });
    await undoDecision(forum.services, decision, forum.mia);
    await expect(appeal(forum.services, decision, { body: 'Please.' }, forum.tom)).rejects.toMatchObject({
      slug: 'state-refused',
    });
    const returned = await forum.verdict('return', [post]);
    await expect(appeal(forum.services, returned.id, { body: 'Please.' }, forum.tom)).rejects.toMatchObject({
      slug: 'state-refused',
    });
  });

  it('says which post, where one decision was on several', async () => {
    const forum = await makeModeration();
    const thread = await forum.thread();
    const [one, other] = [await forum.queued(thread.id), await forum.queued(thread.id)];
    const { id } = await forum.verdict('remove', [one, other]);
    await expect(appeal(forum.services, id, { body: 'Please.' }, forum.tom)).rejects.toMatchObject({
      slug: 'invalid-input',
    });
    await appeal(forum.services, id, { body: 'Please.', post: other }, forum.tom);
    await appeal(forum.services, id, { body: 'And this one.', post: one }, forum.tom);
    expect([(await forum.of(one)).state, (await forum.of(other)).state]).toEqual(['pending', 'pending']);
  });
});

describe('an appeal', () => {
  it('is answered by somebody else than who decided, as long as there is somebody', async () => {
    const forum = await makeModeration();
    const { appealId } = await appealed(forum);
    await expect(answerAppeal(forum.services, appealId, reversed, forum.mia)).rejects.toMatchObject({
      slug: 'not-allowed',
    });
    await forum.services.db.raw.execute({
      sql: "update accounts set state = 'suspended' where id = ?",
      args: [forum.max.id],
    });
    await answerAppeal(forum.services, appealId, reversed, forum.mia);
  });

  it('that is reversed shows the post, turns the flags round, tells the author, and can be undone', async () => {
    const forum = await makeModeration();
    const { post, thread, appealId } = await appealed(forum);
    expect(await answerAppeal(forum.services, appealId, reversed, forum.max)).toMatchObject({
      state: 'approved',
      appeal: null,
    });
    expect(await forum.visibility(post)).toBe('visible');
    expect(await forum.row('forum_threads', 'id = ?', thread.id)).toMatchObject({ replies: 1 });
    expect(await forum.row('forum_members', 'account_id = ?', forum.rose.id)).toMatchObject({
      flags_agreed: 0,
      flags_disagreed: 1,
    });
    expect(await forum.row('forum_members', 'account_id = ?', forum.tom.id)).toMatchObject({ posts_refused: 0 });
    expect((await forum.mails()).map(({ kind }) => kind)).toContain('appeal-answered');
    expect((await ownStanding(forum.services, forum.tom)).posts[0]?.decision).toMatchObject({
      mayAppeal: false,
      appeal: { state: 'reversed', answer: 'You are right.' },
    });
    const [answer] = await forum.rows("select id from moderation_decisions where action = 'reverse'");
    await undoDecision(forum.services, String(answer?.['id']), forum.max);
    expect([(await forum.of(post)).state, await forum.visibility(post)]).toEqual(['pending', 'hidden']);
    expect(await forum.row('appeals', 'id = ?', appealId)).toMatchObject({ state: 'open', answer: null });
    expect(await forum.row('forum_members', 'account_id = ?', forum.rose.id)).toMatchObject({
      flags_agreed: 1,
      flags_disagreed: 0,
    });
  });

  it('that is upheld leaves everything as it was', async () => {
    const forum = await makeModeration();
    const { post, appealId } = await appealed(forum);
    const upheld = { verdict: 'upheld', answer: 'It is a phone number.' } as const;
    expect(await answerAppeal(forum.services, appealId, upheld, forum.max)).toMatchObject({ state: 'rejected' });
    expect(await forum.visibility(post)).toBe('hidden');
    await expect(answerAppeal(forum.services, appealId, upheld, forum.max)).rejects.toMatchObject({
      slug: 'state-changed',
    });
    expect((await ownStanding(forum.services, forum.tom)).posts[0]?.decision).toMatchObject({
      action: 'hide',
      mayAppeal: false,
      appeal: { state: 'upheld' },
    });
  });

  it('is answered once by two at the same moment', async () => {
    const forum = await makeModeration();
    const { appealId } = await appealed(forum);
    const third = await forum.account('moe', 'moderator');
    const results = await Promise.allSettled([
      answerAppeal(forum.services, appealId, reversed, forum.max),
      answerAppeal(forum.services, appealId, { verdict: 'upheld', answer: 'No.' }, third),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
