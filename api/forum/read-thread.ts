import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import type { ForumPost, Thread } from './contract.ts';
import { type ThreadRow, threadAt } from './find-thread.ts';
import { pagesFor, postsPerPage } from './paging.ts';
import { postsOf, repliesFor } from './posts-of.ts';
import { maySendTo } from './submit.ts';
import { forumMeToos, forumSubscriptions } from './tables.ts';
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
  const onPage = sql`select id from (select reply.id as id ${repliesFor(thread, viewer)}
    order by reply.created_at, reply.id limit ${postsPerPage} offset ${(page - 1) * postsPerPage})`;
  const always = [openingPostId, acceptedPostId ?? openingPostId];
  const [found, count, mine] = await Promise.all([
    postsOf(services, thread, sql`${onPage} union all values (${always[0]}), (${always[1]})`, viewer),
    repliesSeen(services, thread, viewer),
    mineOf(services, thread, viewer),
  ]);
  const opening = found.find(({ isOpening }) => isOpening);
  if (!opening) throw new Error(`Thread ${thread.number} has no opening post`);
  const accepted = found.find(({ isAccepted }) => isAccepted) ?? null;
  const replies = found.filter(({ isOpening }) => !isOpening);
  return {
    ...summaryOf(thread, opening.author, opening.html),
    opening,
    accepted,
    posts: await onlyOfPage(services, replies, accepted, onPage),
    page,
    pages: Math.max(pagesFor(count, postsPerPage), 1),
    version,
    article: articleOf(services, thread),
    mine,
  };
}

/** The accepted answer comes along, whichever page it stands on. */
async function onlyOfPage(
  { db }: Services,
  replies: ForumPost[],
  accepted: ForumPost | null,
  onPage: SQL,
): Promise<ForumPost[]> {
  const isAtEdge = accepted !== null && (replies[0] === accepted || replies.at(-1) === accepted);
  // Between two replies of the page it is of the page, too.
  if (!isAtEdge) return replies;
  const [found] = await db.read.values<[number]>(sql`select ${accepted.id} in (${onPage})`);
  return found?.[0] === 1 ? replies : replies.filter((reply) => reply !== accepted);
}

/** How many replies somebody sees; for most it stands in the thread. */
async function repliesSeen({ db }: Services, thread: ThreadRow, viewer: Viewer): Promise<number> {
  if (!viewer) return thread.replies;
  const [row] = await db.read.values<[number]>(sql`select count(*) ${repliesFor(thread, viewer)}`);
  return row?.[0] ?? 0;
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
