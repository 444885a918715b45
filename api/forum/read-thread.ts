import { and, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Services } from '../services.ts';
import { authorColumns } from './authors.ts';
import type { Thread } from './contract.ts';
import { type ThreadRow, threadAt } from './find-thread.ts';
import { pagesFor, postsPerPage } from './paging.ts';
import { postsOf, repliesFor } from './posts-of.ts';
import { maySendTo } from './submit.ts';
import { forumMembers, forumMeToos, forumPosts, forumSubscriptions } from './tables.ts';
import { summaryOf } from './thread-summary.ts';
import type { Viewer } from './viewer.ts';

/**
 * One page of a thread as somebody sees it: `number` in it is another than was asked for where the thread went into
 * another one. A page beyond the last has no replies. Throws `not-found`.
 */
export async function readThread(services: Services, number: number, viewer: Viewer, page = 1): Promise<Thread> {
  return threadAsSeen(services, await threadAt(services, number, viewer), viewer, page);
}

/** The same of a thread that was found already. */
export async function threadAsSeen(services: Services, thread: ThreadRow, viewer: Viewer, page = 1): Promise<Thread> {
  const { openingPostId, acceptedPostId, version } = thread;
  const onPage = sql`select id from (select ${forumPosts.id} as id ${repliesFor(thread, viewer)}
    order by ${forumPosts.createdAt}, ${forumPosts.id} limit ${postsPerPage} offset ${(page - 1) * postsPerPage})`;
  const always = sql`select ${openingPostId} union all select ${acceptedPostId ?? openingPostId}`;
  const [posts, inOrder, count, author, mine] = await Promise.all([
    postsOf(services, thread, sql`${onPage} union all ${always}`, viewer),
    services.db.read.values<[string]>(onPage),
    repliesSeen(services, thread, viewer),
    authorRow(services, thread.authorId),
    mineOf(services, thread, viewer),
  ]);
  const ids = new Set(inOrder.map(([id]) => id));
  const opening = posts.find(({ isOpening }) => isOpening);
  if (!opening) throw new Error(`Thread ${thread.number} has no opening post`);
  return {
    ...summaryOf({ thread, author, beginning: opening.html }),
    opening,
    accepted: posts.find(({ isAccepted }) => isAccepted) ?? null,
    posts: posts.filter(({ id }) => ids.has(id)),
    page,
    pages: Math.max(pagesFor(count, postsPerPage), 1),
    version,
    article: articleOf(services, thread),
    mine,
  };
}

/** How many replies somebody sees; for most it stands in the thread. */
async function repliesSeen({ db }: Services, thread: ThreadRow, viewer: Viewer): Promise<number> {
  if (!viewer) return thread.replies;
  const [row] = await db.read.values<[number]>(sql`select count(*) ${repliesFor(thread, viewer)}`);
  return row?.[0] ?? 0;
}

async function authorRow({ db }: Services, id: string) {
  const [row] = await db.read
    .select(authorColumns)
    .from(accounts)
    .leftJoin(forumMembers, eq(forumMembers.accountId, accounts.id))
    .where(eq(accounts.id, id));
  if (!row) throw new Error(`There is no account ${id}`);
  return row;
}

function articleOf({ articleAt }: Services, { articleUrl }: ThreadRow): Thread['article'] {
  const article = articleUrl === null ? undefined : articleAt(articleUrl);
  return article ? { url: article.url, title: article.title } : null;
}

async function mineOf({ db }: Services, thread: ThreadRow, viewer: Viewer): Promise<Thread['mine']> {
  if (!viewer) return null;
  const [[meToo], [subscription]] = await Promise.all([
    db.read
      .select({ at: forumMeToos.createdAt })
      .from(forumMeToos)
      .where(and(eq(forumMeToos.threadId, thread.id), eq(forumMeToos.accountId, viewer.id))),
    db.read
      .select({ every: forumSubscriptions.every })
      .from(forumSubscriptions)
      .where(and(eq(forumSubscriptions.threadId, thread.id), eq(forumSubscriptions.accountId, viewer.id))),
  ]);
  return {
    isMeToo: meToo !== undefined,
    subscription: subscription?.every ?? null,
    maySend: maySendTo(thread, viewer),
  };
}
