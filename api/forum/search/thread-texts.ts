import { sql } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import type { Database } from '../../db/database.ts';
import { textOf } from '../plain-text.ts';

/** What a thread is found by: what everybody sees of it now. */
export interface ThreadTexts {
  number: number;
  language: Language;
  board: string;
  title: string;
  /** The opening post first, then the accepted answer, then the others in order. */
  said: string[];
  isSolved: boolean;
  lastPostAt: number;
}

/** As much of a thread as is looked at: longer ones are about more than anybody searches for. */
const mostPosts = 100;
const mostCharacters = 3000;

/** What threads are found by, by their ids; nothing for one that nobody is to find. */
export async function threadTexts({ read }: Database, ids: readonly string[]): Promise<Map<string, ThreadTexts>> {
  const rows = await read.values<[string, number, Language, string, string, string, number, number, number]>(sql`
    with posts as (select thread.id as id, post.html, post.id <> thread.opening_post_id as is_reply,
        post.id is not thread.accepted_post_id as is_other, post.created_at as at, post.id as post_id,
        row_number() over (partition by thread.id order by post.id <> thread.opening_post_id,
          post.id is not thread.accepted_post_id, post.created_at, post.id) as place
      from forum_threads as thread inner join forum_posts as post on post.thread_id = thread.id
      where thread.id in (select value from json_each(${JSON.stringify(ids)}))
        and thread.visibility = 'visible' and thread.merged_into_id is null and post.visibility = 'visible')
    select thread.id, thread.number, thread.language, thread.board, thread.title, substr(posts.html, 1, ${mostCharacters}),
      posts.place, thread.accepted_post_id is not null, thread.last_post_at
    from posts inner join forum_threads as thread on thread.id = posts.id
    where posts.place <= ${mostPosts} order by thread.id, posts.place`);
  const found = new Map<string, ThreadTexts>();
  for (const row of rows) {
    // On a shared database a row has places, but is no list.
    const id = row[0];
    let texts = found.get(id);
    if (!texts) {
      texts = {
        number: row[1],
        language: row[2],
        board: row[3],
        title: row[4],
        said: [],
        isSolved: row[7] === 1,
        lastPostAt: row[8],
      };
      found.set(id, texts);
    }
    texts.said.push(textOf(row[5]));
  }
  return found;
}
