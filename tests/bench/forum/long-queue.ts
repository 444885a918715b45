import type { DatabaseSync } from 'node:sqlite';

/**
 * Puts about `most` posts of a forum before moderators, and as many that they have decided on: each with a reason, and named as
 * its post is.
 */
export function fillQueue(db: DatabaseSync, posts: number, most: number): void {
  const every = Math.max(1, Math.floor(posts / (2 * most)));
  db.exec(`insert into reviewables (id, kind, subject_id, author_id, thread_id, language, board, state, verdict, is_urgent,
      score, created_at, changed_at)
    select post.id, 'post', post.id, post.author_id, post.thread_id, thread.language, thread.board,
      case when post.rowid / ${every} % 2 = 0 then 'pending' else 'approved' end,
      case when post.rowid / ${every} % 2 = 0 then null else 'approved' end,
      post.rowid % 97 = 0, post.rowid % 11 / 20.0, post.created_at, post.created_at
    from forum_posts as post inner join forum_threads as thread on thread.id = post.thread_id
    where post.rowid % ${every} = 0`);
  db.exec(`insert into review_reasons (id, reviewable_id, kind, reason, weight, created_at)
    select id, id, 'queue', 'first-post', 1, created_at from reviewables`);
}
