import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { dateInZone } from '../../../content/calendar.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { accounts } from '../../accounts/tables.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import type { Services } from '../../services.ts';
import { forumMembers, forumPosts, forumSubscriptions, forumThreads } from '../tables.ts';
import { isReached, isToJoined } from './subscribers.ts';
import { forumDigests, forumNews } from './tables.ts';
import { mostMails } from './tell.ts';

/** The hour at which summaries leave, in the portal’s time zone. */
const hourOfDay = 8;
const accountsAtOnce = 200;
/** More than these nobody reads in one mail; how many there are besides, it says. */
const mostPosts = 40;

type Digest = typeof forumDigests.$inferSelect;

/**
 * Queues the summaries of a day, once it is eight o’clock: of everything new since the one before, for whoever wants to hear
 * once a day, and of what was too much for single mails. What stops in the middle goes on after the last account that has
 * its mail, be it on another day.
 */
export async function sendDigests(services: Services): Promise<void> {
  const { clock, timeZone } = services;
  const now = clock();
  if (hourAt(now, timeZone()) >= hourOfDay) await begin(services, dateInZone(now, timeZone()));
  for (const digest of await unfinished(services)) {
    // Somebody else is at it.
    if (!(await finish(services, digest))) return;
    services.outbox.wake();
  }
}

/** The summary of a day is about whatever has come up to the moment at which it begins. */
async function begin({ db }: Services, day: string): Promise<void> {
  await db.write([
    sql`insert into forum_digests (day, news_after, news_until, reached) select ${day},
      coalesce((select news_until from forum_digests order by day desc limit 1), 0),
      coalesce((select max(id) from forum_news), 0), '' where not exists (select 1 from forum_digests where day >= ${day})`,
  ]);
}

function unfinished({ db }: Services): Promise<Digest[]> {
  return db.read.select().from(forumDigests).where(isNull(forumDigests.doneAt)).orderBy(asc(forumDigests.day));
}

async function finish(services: Services, digest: Digest): Promise<boolean> {
  const { db, clock } = services;
  const { day, newsUntil } = digest;
  let { reached } = digest;
  for (const batch of inBatches(await newsByAccount(services, digest))) {
    const last = batch.at(-1)?.account ?? reached;
    const isHere = and(eq(forumDigests.day, day), eq(forumDigests.reached, reached), isNull(forumDigests.doneAt));
    const guard = sql`exists (select 1 from ${forumDigests} where ${isHere})`;
    const ids = JSON.stringify(batch.flatMap(({ subscriptions }) => subscriptions));
    const results = await db.write([
      ...batch.map(({ account, email, name, language, posts }) => {
        const payload = {
          accountId: account,
          posts: posts.slice(-mostPosts),
          more: Math.max(0, posts.length - mostPosts),
        };
        return queueMail(services, { kind: 'forum-digest', to: email, name, language, payload }, guard);
      }),
      sql`update ${forumSubscriptions} set told_until = max(told_until, ${newsUntil})
        where id in (select value from json_each(${ids})) and ${guard}`,
      db.read.update(forumDigests).set({ reached: last }).where(isHere),
    ]);
    if (!results.at(-1)?.changes) return false;
    reached = last;
  }
  await db.write([
    db.read
      .update(forumDigests)
      .set({ doneAt: clock() })
      .where(and(eq(forumDigests.day, day), eq(forumDigests.reached, reached))),
    // Single mails begin anew, unless something was too much for them since: that is for the next summary.
    sql`update ${forumSubscriptions} set mails = 0 where mails > 0 and (mails < ${mostMails} or not ${hasUntold})`,
  ]);
  return true;
}

/** What is summed up: once a day, or as far as it was too much. */
const isOfDigest = sql`(${forumSubscriptions.every} = 'day' or ${forumSubscriptions.mails} >= ${mostMails})`;

const hasUntold = sql`exists (select 1 from ${forumNews}
  inner join ${forumPosts} on ${forumPosts.id} = ${forumNews.postId}
  inner join ${forumThreads} on ${forumThreads.id} = ${forumPosts.threadId}
  where ${forumNews.id} > ${forumSubscriptions.toldUntil} and ${forumSubscriptions.accountId} <> ${forumPosts.authorId}
    and ${forumPosts.visibility} = 'visible' and ${forumThreads.visibility} = 'visible' and ${isToJoined})`;

/** What everybody has heard of who wants a summary; nothing where nobody does: a long forum is not walked for them. */
const heardByAll = sql`(select min(told_until) from forum_subscriptions where ${isOfDigest})`;

interface NewsOfAccount {
  account: string;
  email: string;
  name: string;
  language: Language;
  posts: string[];
  /** By which they hear of them. */
  subscriptions: string[];
}

/** The posts that each account that is left is to hear of, in order. */
async function newsByAccount(
  { db, clock }: Services,
  { newsAfter, newsUntil, reached }: Digest,
): Promise<NewsOfAccount[]> {
  const { accountId, toldUntil } = forumSubscriptions;
  const rows = await db.read
    .select({
      account: accountId,
      email: accounts.email,
      name: accounts.name,
      language: accounts.language,
      postId: forumNews.postId,
      subscriptionId: forumSubscriptions.id,
    })
    .from(forumNews)
    .innerJoin(forumPosts, eq(forumPosts.id, forumNews.postId))
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .innerJoin(forumSubscriptions, isToJoined)
    .innerJoin(accounts, eq(accounts.id, accountId))
    .leftJoin(forumMembers, eq(forumMembers.accountId, accountId))
    .where(
      and(
        gt(forumNews.id, newsAfter),
        lte(forumNews.id, newsUntil),
        sql`${forumNews.id} > ${heardByAll}`,
        sql`${forumNews.id} > ${toldUntil} and ${accountId} <> ${forumPosts.authorId} and ${accountId} > ${reached}`,
        sql`${forumPosts.visibility} = 'visible' and ${forumThreads.visibility} = 'visible'`,
        isOfDigest,
        isReached(clock()),
      ),
    )
    .orderBy(asc(accountId), asc(forumNews.id));
  return [...Map.groupBy(rows, ({ account }) => account).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const posts = [...new Set(all.map(({ postId }) => postId))];
    return [{ ...first, posts, subscriptions: [...new Set(all.map(({ subscriptionId }) => subscriptionId))] }];
  });
}

function* inBatches<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += accountsAtOnce) yield list.slice(start, start + accountsAtOnce);
}

function hourAt(instant: number, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(instant));
}
