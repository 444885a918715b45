import { sql } from 'drizzle-orm';
import { dateInZone } from '../../content/calendar.ts';
import type { Services } from '../services.ts';
import { insertWhere } from '../db/statements.ts';
import { asMember } from './members/as-member.ts';
import { forumMembers, forumReads } from './tables.ts';

/** What this process has noted already, so that most reading writes nothing and asks nothing. */
const noted = new WeakMap<object, Set<string>>();
const mostNoted = 20_000;

/**
 * Counts a day on which a member came, and a thread that they read: each once, for the levels of trust. Reading without an
 * account counts nothing. What cannot be written down is not worth an error.
 */
export async function noteVisit(services: Services, accountId: string, threadId: string | null): Promise<void> {
  const { db, clock, log, timeZone } = services;
  const now = clock();
  const day = dateInZone(now, timeZone());
  const known = notedBy(db);
  const [visit, read] = [`${accountId} ${day}`, `${accountId} ${threadId}`];
  const isNewDay = !known.has(visit);
  const isNewThread = threadId !== null && !known.has(read);
  if (!isNewDay && !isNewThread) return;
  const { accountId: id } = forumMembers;
  const isUnread = sql`not exists (select 1 from ${forumReads} where ${forumReads.accountId} = ${accountId} and ${forumReads.threadId} = ${threadId})`;
  try {
    await db.write([
      asMember(accountId, now),
      sql`update ${forumMembers} set days_visited = days_visited + 1, last_day = ${day}
        where ${id} = ${accountId} and coalesce(last_day, '') < ${day}`,
      ...(threadId === null
        ? []
        : [
            sql`update ${forumMembers} set threads_read = threads_read + 1 where ${id} = ${accountId} and ${isUnread}`,
            insertWhere(forumReads, { accountId, threadId, readAt: now }, isUnread),
          ]),
    ]);
    known.add(visit);
    if (threadId !== null) known.add(read);
  } catch (error) {
    log.warn({ err: error }, 'a visit to the forum was not counted');
  }
}

function notedBy(db: object): Set<string> {
  const known = noted.get(db);
  if (known && known.size < mostNoted) return known;
  const empty = new Set<string>();
  noted.set(db, empty);
  return empty;
}
