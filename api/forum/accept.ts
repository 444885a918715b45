import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { membersRecounted, recounted } from './counters.ts';
import { type PostRow, type ThreadRow, threadAt } from './find-thread.ts';
import { mayAccept } from './rights.ts';
import { tellAccepted } from './subscriptions/accepted-mail.ts';
import { forumPosts } from './tables.ts';

type Decider = Pick<Account, 'id' | 'role'>;

/**
 * Says which answer it was, instead of any that was named before: whoever asked does, or staff. Throws `not-found`,
 * `not-yours`, and `state-refused` for what is no answer of it.
 */
export async function acceptAnswer(
  services: Services,
  number: number,
  postId: string,
  by: Decider,
): Promise<ThreadRow> {
  const { db, clock } = services;
  const now = clock();
  const thread = await threadAt(services, number, by);
  const [post] = await db.read
    .select()
    .from(forumPosts)
    .where(and(eq(forumPosts.id, postId), eq(forumPosts.threadId, thread.id)));
  if (post?.visibility !== 'visible' || post.erasedAt !== null) throw new Problem('not-found');
  checkMayAccept(post, thread, by);
  const isThere = sql`exists (select 1 from ${forumPosts} as answer where answer.id = ${postId}
    and answer.thread_id = ${thread.id} and answer.visibility = 'visible' and answer.erased_at is null)`;
  await db.write([
    ...withdrawing(thread, sql`${isThere} and ${forumPosts.id} <> ${postId}`),
    sql`update ${forumPosts} set accepted_at = ${now} where ${forumPosts.id} = ${postId}
      and ${forumPosts.acceptedAt} is null and ${isThere}`,
    tellAccepted(services, postId, by.id, sql`post.accepted_at = ${now}`),
    ...counted(thread),
  ]);
  services.outbox.wake();
  return threadAt(services, number, by);
}

/** Takes that back. Throws `not-found`, `not-yours`. */
export async function withdrawAcceptance(services: Services, number: number, by: Decider): Promise<ThreadRow> {
  const { db } = services;
  const thread = await threadAt(services, number, by);
  const [post] = await db.read
    .select()
    .from(forumPosts)
    .where(and(eq(forumPosts.threadId, thread.id), isNotNull(forumPosts.acceptedAt)));
  if (!post) return thread;
  checkMayAccept(post, thread, by);
  await db.write([...withdrawing(thread, sql`true`), ...counted(thread)]);
  return threadAt(services, number, by);
}

function checkMayAccept(post: PostRow, thread: ThreadRow, by: Decider): void {
  if (mayAccept(post, thread, by)) return;
  // Whose question it is comes first: everybody else is not asked.
  const wouldBe = mayAccept(post, { ...thread, archivedAt: null }, { ...by, role: 'owner' });
  if (thread.archivedAt !== null) throw new Problem('thread-closed');
  throw new Problem(wouldBe ? 'not-yours' : 'state-refused');
}

/** Whoever loses an acceptance is counted anew, too, while it still says who they are. */
function withdrawing({ id }: ThreadRow, guard: SQL) {
  return [
    sql`update ${forumPosts} set accepted_at = null where ${forumPosts.threadId} = ${id}
      and ${forumPosts.acceptedAt} is not null and ${guard}`,
  ];
}

function counted({ id }: ThreadRow) {
  return [
    recounted(sql`${id}`),
    membersRecounted(sql`select answer.author_id from ${forumPosts} as answer where answer.thread_id = ${id}`),
  ];
}
