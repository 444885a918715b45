import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptAnswer } from '../../../../api/forum/accept.ts';
import { makeArticleDraft } from '../../../../api/forum/articles/make-draft.ts';
import type { makeModeration } from '../../moderation/some-moderation.ts';

type Forum = Awaited<ReturnType<typeof makeModeration>>;

/** A question of Rose’s whose answer, Tom’s, was accepted. */
export async function solved(
  forum: Forum,
  answer = 'Wash them by hand, in lukewarm water. Let them dry in the shade.',
  title?: string,
) {
  const thread = await forum.thread(forum.rose, title);
  const post = await forum.post(thread.id, forum.tom, answer);
  await acceptAnswer(forum.services, thread.number, post, forum.rose);
  return thread;
}

export async function draft(forum: Forum, number: number) {
  const { files } = await makeArticleDraft(forum.services, number, forum.mia);
  const texts = await Promise.all(files.map((file) => readFile(join(forum.folder, 'drafts', file), 'utf8')));
  return { files, texts };
}
