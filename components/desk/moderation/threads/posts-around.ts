import type { apiClient } from '../../../../api/client.ts';
import type { ForumPost, Thread } from '../../../../api/forum/contract.ts';
import type { Reviewable } from '../../../../api/moderation/contract.ts';

type Api = ReturnType<typeof apiClient>['api'];
type Post = NonNullable<Reviewable['post']>;

/** As many stand before a post, and after it. */
const reach = 2;

/** What stands around a post in its thread, in order; the post itself is left out. */
export interface Around {
  before: readonly ForumPost[];
  after: readonly ForumPost[];
  /** The page of the thread on which it stands. */
  page: number;
}

/** The posts around one. Its page is found by when it was sent: every other page is half as far away. */
export async function postsAround(api: Api, post: Post): Promise<Around> {
  const param = { number: String(post.thread) };
  const read = async (page: number): Promise<Thread> =>
    (await api.forum.threads[':number{[0-9]{1,9}}'].$get({ param, query: { page: String(page) } })).json();
  let thread = await read(1);
  const { opening } = thread;
  if (post.isOpening) return { before: [], after: thread.posts.slice(0, reach), page: 1 };
  let [from, to, page] = [1, thread.pages, 1];
  while (!thread.posts.some(({ id }) => id === post.id) && from < to) {
    const last = thread.posts.at(-1);
    if (last && isBefore(last, post)) from = page + 1;
    else to = Math.max(from, page - 1);
    // The latest stand at the end, and are what is looked at most.
    page = page === 1 ? to : Math.floor((from + to) / 2);
    thread = await read(page);
  }
  const place = thread.posts.findIndex(({ id }) => id === post.id);
  const index = place < 0 ? thread.posts.findIndex((each) => isBefore(post, each)) : place;
  const at = index < 0 ? thread.posts.length : index;
  const before = thread.posts.slice(Math.max(at - reach, 0), at);
  const after = thread.posts.slice(place < 0 ? at : at + 1).slice(0, reach);
  return { before: before.length < reach ? [opening, ...before].slice(-reach) : before, after, page: thread.page };
}

/** Posts stand in the order of when they were sent; of the same instant by their ids. */
function isBefore(one: { id: string; createdAt: number }, other: { id: string; createdAt: number }): boolean {
  return one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);
}
