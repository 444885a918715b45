import { expect, it } from 'vitest';
import { answerAppeal } from '../../../api/moderation/answer-appeal.ts';
import { appeal } from '../../../api/moderation/appeal.ts';
import { listReviewables } from '../../../api/moderation/queue.ts';
import { makeModeration } from './some-moderation.ts';

it('what waits for the answer to an appeal is a list of its own, until it is answered', async () => {
  const forum = await makeModeration();
  const { services } = forum;
  const thread = await forum.thread();
  const post = await forum.queued(thread.id);
  await forum.queued(thread.id);
  const { id } = await forum.verdict('reject', [post], forum.mia);
  const appealed = async () => {
    const { reviewables } = await listReviewables(services, { state: 'pending', appealed: 'yes' });
    return reviewables.map((item) => item.post?.id);
  };
  expect(await appealed()).toEqual([]);
  await appeal(services, id, { body: 'Look again.' }, forum.tom);
  expect(await appealed()).toEqual([post]);
  const [row] = await forum.rows('select id from appeals');
  await answerAppeal(services, String(row?.['id']), { verdict: 'upheld', answer: 'It stands.' }, forum.max);
  expect(await appealed()).toEqual([]);
});
