import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';

/**
 * The statement that makes right what members are judged by: posts of theirs that everybody sees, those that were refused,
 * and how often moderators agreed with their flags. Belongs at the end of every write that changes a verdict; `accounts`
 * is a select of ids.
 */
export function standingRecounted(accounts: SQL): Statement {
  return sql`update forum_members set
    posts = (select count(*) from forum_posts as post where post.author_id = forum_members.account_id and post.visibility = 'visible'),
    posts_refused = (select count(*) from reviewables as refused where refused.author_id = forum_members.account_id
      and refused.kind = 'post' and refused.verdict in ('rejected', 'removed')),
    flags_agreed = ${flags('agreed')}, flags_disagreed = ${flags('disagreed')}
    where account_id in (${accounts})`;
}

/** A row for an account that has none yet. */
export function asMember(accountId: string, now: number, guard: SQL = sql`true`): Statement {
  return sql`insert into forum_members (account_id, created_at) select ${accountId}, ${now}
    where ${guard} and not exists (select 1 from forum_members where account_id = ${accountId})`;
}

function flags(outcome: string): SQL {
  return sql`(select count(*) from review_reasons as flag
    where flag.account_id = forum_members.account_id and flag.kind = 'flag' and flag.outcome = ${outcome})`;
}
