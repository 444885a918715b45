import { and, asc, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import type { Services } from '../../services.ts';
import { forumMembers, forumPosts, forumSubscriptions, forumThreads } from '../tables.ts';
import { isReached, isTo } from './subscribers.ts';
import { forumNews } from './tables.ts';

const newsAtOnce = 50;
/** News that nobody wants a mail for are passed over in one write for so many. */
const passedOverAtOnce = 1000;
const subscribersAtOnce = 200;
/** So many mails about single posts a subscription gets between two summaries; what is more waits for the next of them. */
export const mostMails = 5;

/**
 * Queues the mails of posts that have become visible, for those who want one for each. Each subscription knows, from the
 * write that queues its mail, how far it was told: what stops in the middle goes on there.
 */
export async function tellOfPosts(services: Services): Promise<void> {
  const { db, clock, outbox } = services;
  if ((await untold(db)).length === 0) return;
  await passOver(services);
  for (;;) {
    const news = await untold(db);
    if (news.length === 0) return;
    for (const each of news) await tellOf(services, each);
    const ids = JSON.stringify(news.map(({ id }) => id));
    await db.write([
      sql`update forum_news set told_at = ${clock()} where told_at is null and id in (select value from json_each(${ids}))`,
    ]);
    outbox.wake();
  }
}

function untold({ read }: Services['db']): Promise<News[]> {
  return read
    .select({ id: forumNews.id, postId: forumNews.postId })
    .from(forumNews)
    .where(isNull(forumNews.toldAt))
    .orderBy(asc(forumNews.id))
    .limit(newsAtOnce);
}

/** Marks as told what nobody follows. Whoever begins to later is told of what comes after. */
async function passOver({ db, clock }: Services): Promise<void> {
  const isFollowed = sql`exists (select 1 from forum_posts as post
    inner join forum_threads as thread on thread.id = post.thread_id
    inner join forum_subscriptions as following on following.every = 'post' and (following.thread_id = thread.id
      or (following.language = thread.language and following.board = thread.board))
    where post.id = forum_news.post_id)`;
  for (let changes = passedOverAtOnce; changes === passedOverAtOnce;) {
    const [result] = await db.write([
      sql`update forum_news set told_at = ${clock()} where id in (select id from forum_news where told_at is null
        and not ${isFollowed} order by id limit ${passedOverAtOnce})`,
    ]);
    changes = result?.changes ?? 0;
  }
}

interface News {
  id: number;
  postId: string;
}

async function tellOf(services: Services, news: News): Promise<void> {
  const { db } = services;
  for (;;) {
    const batch = await nextFor(services, news);
    if (batch.length === 0) return;
    await db.write(
      batch.flatMap(({ id, mails, email, name, language }) => {
        const isUntold = and(eq(forumSubscriptions.id, id), lt(forumSubscriptions.toldUntil, news.id));
        const payload = { subscriptionId: id, postId: news.postId, isLast: mails + 1 >= mostMails };
        return [
          queueMail(
            services,
            { kind: 'forum-post', to: email, name, language, payload },
            sql`exists (select 1 from ${forumSubscriptions} where ${isUntold})`,
          ),
          sql`update ${forumSubscriptions} set told_until = ${news.id}, mails = mails + 1 where ${isUntold}`,
        ];
      }),
    );
  }
}

/** Those who are to have a mail for a post and have none yet; nobody for one that not everybody sees. */
async function nextFor({ db, clock }: Services, { id: newsId, postId }: News) {
  const [found] = await db.read
    .select({ thread: forumThreads, authorId: forumPosts.authorId })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .where(
      and(eq(forumPosts.id, postId), eq(forumPosts.visibility, 'visible'), eq(forumThreads.visibility, 'visible')),
    );
  if (!found) return [];
  const { id, accountId, every, toldUntil, mails } = forumSubscriptions;
  return db.read
    .select({ id, mails, email: accounts.email, name: accounts.name, language: accounts.language })
    .from(forumSubscriptions)
    .innerJoin(accounts, eq(accounts.id, accountId))
    .leftJoin(forumMembers, eq(forumMembers.accountId, accountId))
    .where(
      and(
        isTo(found.thread),
        eq(every, 'post'),
        lt(toldUntil, newsId),
        lt(mails, mostMails),
        ne(accountId, found.authorId),
        isReached(clock()),
      ),
    )
    .limit(subscribersAtOnce);
}
