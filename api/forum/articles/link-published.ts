import { eq, isNull, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import type { Services } from '../../services.ts';
import { threadAt, type ThreadRow } from '../find-thread.ts';
import { isReached } from '../subscriptions/subscribers.ts';
import { forumArticleDrafts, forumMembers, forumPosts, forumSubscriptions, forumThreads } from '../tables.ts';

/**
 * Links threads to the articles that came of them, once those are in the built site, and tells whoever follows the thread
 * and whoever answered: all of it in one write, once.
 */
export async function linkPublishedArticles(services: Services): Promise<void> {
  const { db, clock, articleAt, outbox } = services;
  const open = await db.read
    .select({ draft: forumArticleDrafts, thread: forumThreads })
    .from(forumArticleDrafts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumArticleDrafts.threadId))
    .where(isNull(forumArticleDrafts.publishedAt));
  for (const { draft, thread: drafted } of open) {
    const url = `/${drafted.language}/${draft.kind}/${draft.slug}/`;
    if (!articleAt(url)) continue;
    const thread = await whereItStands(services, drafted);
    const isOpen = sql`exists (select 1 from ${forumArticleDrafts} where ${forumArticleDrafts.id} = ${draft.id} and ${forumArticleDrafts.publishedAt} is null)`;
    await db.write([
      ...(await readersOf(services, thread)).map(({ accountId, subscriptionId, email, name, language }) =>
        queueMail(
          services,
          {
            kind: 'forum-article',
            to: email,
            name,
            language,
            payload: { threadId: thread.id, accountId, subscriptionId, url },
          },
          isOpen,
        ),
      ),
      sql`update ${forumThreads} set article_url = ${url}, version = version + 1 where ${forumThreads.id} = ${thread.id} and ${isOpen}`,
      sql`update ${forumArticleDrafts} set published_at = ${clock()} where ${forumArticleDrafts.id} = ${draft.id} and ${isOpen}`,
    ]);
    outbox.wake();
  }
}

/** The thread that people read: the one that a thread went into since its draft was made. */
function whereItStands(services: Services, { number }: ThreadRow): Promise<ThreadRow> {
  return threadAt(services, number, everything);
}

/** Of a thread that is out of sight, nobody is mailed, but the article stands. */
const everything = { id: '', role: 'owner' } as const;

/** Whoever follows a thread, however often they want to hear of it, and whoever gave the accepted answer. */
function readersOf({ db, clock }: Services, { id, acceptedPostId }: ThreadRow) {
  const { accountId, threadId } = forumSubscriptions;
  const answered = sql`(select ${forumPosts.authorId} from ${forumPosts} where ${forumPosts.id} = ${acceptedPostId})`;
  return db.read
    .select({
      accountId: accounts.id,
      subscriptionId: sql<string | null>`${forumSubscriptions.id}`,
      email: accounts.email,
      name: accounts.name,
      language: accounts.language,
    })
    .from(accounts)
    .leftJoin(forumSubscriptions, sql`${accountId} = ${accounts.id} and ${threadId} = ${id}`)
    .leftJoin(forumMembers, eq(forumMembers.accountId, accounts.id))
    .where(
      sql`${accounts.id} in (select account_id from forum_subscriptions where thread_id = ${id} union all select ${answered}) and ${isReached(clock())}`,
    );
}
