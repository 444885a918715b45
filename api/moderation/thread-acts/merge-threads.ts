import { eq, sql } from 'drizzle-orm';
import { membersRecounted, recounted } from '../../forum/counters.ts';
import { forumThreads } from '../../forum/tables.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { ThreadActResult } from '../contract.ts';
import type { Moderator } from '../decisions.ts';
import { acting, isSeen, resultOf, threadSeen } from './act.ts';

/**
 * Lets a thread go into another of the same language: its posts with whoever has the same question and whoever wants to
 * hear of it. Its address leads to the other from then on. Throws `not-found`, `state-changed`, and `invalid-input` for one
 * that it cannot go into.
 */
export async function mergeThreads(
  services: Services,
  number: number,
  { into, version }: { into: number; version: number },
  by: Moderator,
): Promise<ThreadActResult> {
  const goes = await threadSeen(services, number, version, by);
  const [stays] = await services.db.read.select().from(forumThreads).where(eq(forumThreads.number, into));
  // What everybody sees does not go out of sight by the way.
  const isSeenThere = stays?.visibility === 'visible' || goes.visibility !== 'visible';
  const isFit =
    stays && stays.id !== goes.id && stays.mergedIntoId === null && stays.language === goes.language && isSeenThere;
  if (!isFit)
    throw new Problem('invalid-input', { errors: [{ pointer: '#/into', detail: intoDetail[goes.language] }] });
  const [from, to] = [goes.id, stays.id];
  const before = sql`json_object('act', 'merge', 'thread', ${from}, 'other', ${to}, 'was', json('{}'),
    'posts', json((select json_group_array(id) from forum_posts where thread_id = ${from})),
    'meToos', json((select json_group_array(account_id) from forum_me_toos where thread_id = ${from} and ${notYet('forum_me_toos')(to)})),
    'subscriptions', json((select json_group_array(account_id) from forum_subscriptions where thread_id = ${from} and ${notYet('forum_subscriptions')(to)})))`;
  const isFree = sql`exists (select 1 from forum_threads where id = ${to} and merged_into_id is null and visibility = ${stays.visibility})`;
  const decision = await acting(
    services,
    goes,
    {
      act: 'merge',
      before,
      guard: sql`${isSeen(goes)} and ${isFree}`,
      statements: (isMade) => [
        sql`update forum_posts set thread_id = ${to} where thread_id = ${from} and ${isMade}`,
        sql`update forum_me_toos set thread_id = ${to} where thread_id = ${from} and ${notYet('forum_me_toos')(to)} and ${isMade}`,
        sql`update forum_subscriptions set thread_id = ${to} where thread_id = ${from} and ${notYet('forum_subscriptions')(to)} and ${isMade}`,
        sql`update reviewables set thread_id = ${to}, board = ${stays.board} where thread_id = ${from} and ${isMade}`,
        sql`update forum_threads set merged_into_id = ${to} where id = ${from} and ${isMade}`,
        recounted(sql`${from}, ${to}`, isMade),
        membersRecounted(sql`select author_id from forum_posts where thread_id = ${to}`, isMade),
      ],
    },
    by,
  );
  return resultOf(services, decision, to);
}

/** Whoever stands at the other thread, too, stays behind: nobody counts twice. */
function notYet(table: 'forum_me_toos' | 'forum_subscriptions') {
  return (to: string) =>
    sql`account_id not in (select there.account_id from ${sql.raw(table)} as there where there.thread_id = ${to})`;
}

const intoDetail = {
  ja: '同じ言語の、ほかのスレッドの番号を指定してください。',
  en: 'The number of another thread in the same language.',
};
