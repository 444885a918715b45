import { sql } from 'drizzle-orm';
import { newId } from '../../db/id.ts';
import { membersRecounted, recounted } from '../../forum/counters.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { ThreadActResult } from '../contract.ts';
import type { Moderator } from '../decisions.ts';
import { acting, isSeen, resultOf, threadSeen } from './act.ts';

/**
 * Makes answers of a thread a thread of their own, on the same board: the earliest opens it, and is its author's. Gives the
 * new one. Throws `not-found`, `state-changed`, and `invalid-input` for posts that are no answers of it.
 */
export async function splitThread(
  services: Services,
  number: number,
  { version, posts, title }: { version: number; posts: string[]; title: string },
  by: Moderator,
): Promise<ThreadActResult> {
  const origin = await threadSeen(services, number, version, by);
  const ids = [...new Set(posts)];
  const list = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const answers = sql`forum_posts where id in ${list} and thread_id = ${origin.id} and id <> ${origin.openingPostId}`;
  const rows = await services.db.read.all<Record<string, string>>(
    sql`select id from ${answers} order by created_at, id`,
  );
  const [opening] = rows.map((row) => String(Object.values(row)[0]));
  if (rows.length !== ids.length || opening === undefined) {
    throw new Problem('invalid-input', { errors: [{ pointer: '#/posts', detail: postsDetail[origin.language] }] });
  }
  const now = services.clock();
  const id = newId(now, services.random);
  const before = sql`json_object('act', 'split', 'thread', ${id}, 'other', ${origin.id}, 'was', json('{}'), 'posts', json(${JSON.stringify(ids)}),
    'acceptedAt', (select accepted_at from forum_posts where id = ${opening}))`;
  const areThere = sql`(select count(*) from ${answers}) = ${ids.length}`;
  const decision = await acting(
    services,
    origin,
    {
      act: 'split',
      before,
      guard: sql`${isSeen(origin)} and ${areThere}`,
      statements: (isMade) => [
        sql`insert into forum_threads (id, number, language, board, kind, title, author_id, opening_post_id, visibility, version, created_at, last_post_at)
          select ${id}, (select max(number) + 1 from forum_threads), ${origin.language}, ${origin.board}, ${origin.kind}, ${title},
            author_id, id, visibility, 0, created_at, created_at from forum_posts where id = ${opening} and ${isMade}`,
        sql`update forum_posts set thread_id = ${id}, accepted_at = case when id = ${opening} then null else accepted_at end
          where id in ${list} and ${isMade}`,
        sql`update reviewables set thread_id = ${id} where kind = 'post' and subject_id in ${list} and ${isMade}`,
        recounted(sql`${id}, ${origin.id}`, isMade),
        membersRecounted(sql`select author_id from forum_posts where thread_id = ${id}`, isMade),
      ],
    },
    by,
  );
  return resultOf(services, decision, id);
}

const postsDetail = { ja: 'このスレッドの返信を指定してください。', en: 'Answers of this thread.' };
