import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
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
 * its mail.
 */
export async function sendDigests(services: Services): Promise<void> {
  const { db, clock, timeZone, outbox } = services;
  const now = clock();
  if (hourAt(now, timeZone()) < hourOfDay) return;
  const day = dateInZone(now, timeZone());
  const digest = await digestOf(services, day);
  if (digest.doneAt !== null) return;
  let { reached } = digest;
  for (const batch of inBatches(await newsByAccount(services, digest))) {
    const last = batch.at(-1)?.account ?? reached;
    const isHere = and(eq(forumDigests.day, day), eq(forumDigests.reached, reached), isNull(forumDigests.doneAt));
    const guard = sql`exists (select 1 from ${forumDigests} where ${isHere})`;
    const ids = JSON.stringify(batch.map(({ account }) => account));
    const results = await db.write([
      ...batch.map(({ account, email, name, language, posts }) => {
        const payload = {
          accountId: account,
          posts: posts.slice(-mostPosts),
          more: Math.max(0, posts.length - mostPosts),
        };
        return queueMail(services, { kind: 'forum-digest', to: email, name, language, payload }, guard);
      }),
      sql`update ${forumSubscriptions} set told_until = max(told_until, ${digest.newsUntil}), mails = 0
        where account_id in (select value from json_each(${ids})) and ${isOfDigest} and ${guard}`,
      db.read.update(forumDigests).set({ reached: last }).where(isHere),
    ]);
    // Somebody else is at it.
    if (!results.at(-1)?.changes) return;
    reached = last;
  }
  await db.write([
    db.read
      .update(forumDigests)
      .set({ doneAt: clock() })
      .where(and(eq(forumDigests.day, day), eq(forumDigests.reached, reached))),
    // Whoever had a few single mails, and none too many, begins anew, too.
    sql`update ${forumSubscriptions} set mails = 0 where mails between 1 and ${mostMails - 1}`,
  ]);
  outbox.wake();
}

/** What is summed up: once a day, or as far as it was too much. */
const isOfDigest = sql`(${forumSubscriptions.every} = 'day' or ${forumSubscriptions.mails} >= ${mostMails})`;

/** The summary of a day: whatever has come up to the moment at which it begins. */
async function digestOf({ db }: Services, day: string): Promise<Digest> {
  await db.write([
    sql`insert into forum_digests (day, news_after, news_until, reached) select ${day},
      coalesce((select news_until from forum_digests order by day desc limit 1), 0),
      coalesce((select max(id) from forum_news), 0), '' where not exists (select 1 from forum_digests where day >= ${day})`,
  ]);
  const [digest] = await db.read.select().from(forumDigests).orderBy(desc(forumDigests.day)).limit(1);
  if (!digest) throw new Error('there is no summary');
  return digest;
}

interface NewsOfAccount {
  account: string;
  email: string;
  name: string;
  language: Language;
  posts: string[];
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
        sql`${forumNews.id} > ${toldUntil} and ${accountId} <> ${forumPosts.authorId} and ${accountId} > ${reached}`,
        sql`${forumPosts.visibility} = 'visible' and ${forumThreads.visibility} = 'visible'`,
        isOfDigest,
        isReached(clock()),
      ),
    )
    .orderBy(asc(accountId), asc(forumNews.id));
  return [...Map.groupBy(rows, ({ account }) => account).values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ ...first, posts: [...new Set(all.map(({ postId }) => postId))] }] : [];
  });
}

function* inBatches<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += accountsAtOnce) yield list.slice(start, start + accountsAtOnce);
}

function hourAt(instant: number, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(instant));
}
