import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import { forumMembers, forumMeToos, forumPosts, forumThreads } from './tables.ts';

/**
 * The statement that makes right what a thread keeps of its posts: how many replies everybody sees, when the latest of them
 * came, whether the thread itself is seen, which answer it is solved by. Counts its version up. Belongs at the end of every
 * write that changes a post, its visibility or its place; `threads` names ids, as a select in brackets or one value.
 */
export function recounted(threads: SQL, guard: SQL = sql`true`): Statement {
  const { id, openingPostId, createdAt } = forumThreads;
  const ofThread = sql`${forumPosts} as post where post.thread_id = ${id}`;
  const visible = sql`post.visibility = 'visible'`;
  return sql`update ${forumThreads} set
    replies = (select count(*) from ${ofThread} and ${visible} and post.id <> ${openingPostId}),
    last_post_at = coalesce((select max(post.created_at) from ${ofThread} and ${visible}), ${createdAt}),
    visibility = coalesce((select post.visibility from ${forumPosts} as post where post.id = ${openingPostId}), 'removed'),
    accepted_post_id = (select post.id from ${ofThread} and post.accepted_at is not null and post.erased_at is null and ${visible} order by post.accepted_at desc limit 1),
    me_toos = (select count(*) from ${forumMeToos} as too where too.thread_id = ${id}),
    version = version + 1
    where ${id} in (${threads}) and ${guard}`;
}

/**
 * The same for what members are counted by: posts of theirs that everybody sees, and how many of those others accepted as the
 * answer. `accounts` names ids, as above. The indexes are demanded: by another one, all posts of everybody in a long thread
 * would be looked at.
 */
export function membersRecounted(accounts: SQL, guard: SQL = sql`true`): Statement {
  const { accountId } = forumMembers;
  return sql`update ${forumMembers} set
    posts = (select count(*) from ${forumPosts} as post indexed by forum_posts_by_author
      where post.author_id = ${accountId} and post.visibility = 'visible'),
    accepted = (select count(*) from ${forumPosts} as post indexed by forum_posts_accepted_by_author
      inner join ${forumThreads} as thread on thread.id = post.thread_id
      where post.author_id = ${accountId} and post.accepted_at is not null and post.visibility = 'visible'
        and thread.author_id <> ${accountId})
    where ${accountId} in (${accounts}) and ${guard}`;
}
