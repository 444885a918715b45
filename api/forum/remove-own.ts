import { sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { ForumPost } from './contract.ts';
import { membersRecounted, recounted } from './counters.ts';
import { postAt } from './find-thread.ts';
import { postsOf } from './posts-of.ts';
import { notingRemoval } from './queued.ts';
import { mayRemove } from './rights.ts';
import { forumPosts } from './tables.ts';

/**
 * Takes away a post of one's own; moderators can bring it back. A question goes only as long as it has no answers. Throws
 * `not-found`, `not-yours`, `state-refused`, `state-changed`.
 */
export async function removeOwnPost(
  services: Services,
  id: string,
  author: Pick<Account, 'id' | 'role'>,
): Promise<ForumPost> {
  const { db } = services;
  const { post, thread } = await postAt(services, id, author);
  if (post.authorId !== author.id) throw new Problem('not-yours');
  if (post.visibility === 'removed' || post.visibility === 'hidden') throw new Problem('state-refused');
  if (!mayRemove(post, thread)) throw new Problem('state-refused', { detail: hasAnswers[thread.language] });
  const isAnswered = sql`exists (select 1 from ${forumPosts} as reply where reply.thread_id = ${thread.id}
    and reply.visibility = 'visible' and reply.id <> ${thread.openingPostId})`;
  const stays = id === thread.openingPostId ? isAnswered : sql`false`;
  const isSeen = sql`exists (select 1 from ${forumPosts} where ${forumPosts.id} = ${id}
    and ${forumPosts.version} = ${post.version} and ${forumPosts.threadId} = ${thread.id}) and not ${stays}`;
  const place = { ...thread, id, threadId: thread.id, authorId: author.id };
  const [noted] = await db.write([
    ...notingRemoval(services, place, author.role, isSeen),
    sql`update ${forumPosts} set visibility = 'removed', version = version + 1 where ${forumPosts.id} = ${id} and ${isSeen}`,
    recounted(sql`${thread.id}`),
    membersRecounted(sql`${author.id}`),
  ]);
  if (!noted?.changes) throw new Problem('state-changed');
  const [removed] = await postsOf(services, thread, sql`${id}`, author);
  if (!removed) throw new Problem('not-found');
  return removed;
}

const hasAnswers = {
  ja: '返信のついた投稿は、削除できません。内容は編集できます。',
  en: 'It has answers, so it stays. You can still edit it.',
};
