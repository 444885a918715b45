import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import { membersRecounted } from '../forum/counters.ts';

/**
 * The statements that make right what members are judged by: posts of theirs that everybody sees, those that were refused,
 * and how often moderators agreed with their flags. Belongs at the end of every write that changes a verdict; `accounts`
 * is a select of ids.
 */
export function standingRecounted(accounts: SQL): Statement[] {
  const judged = sql`update forum_members set
    posts_refused = (select count(*) from reviewables as refused where refused.author_id = forum_members.account_id
      and refused.kind = 'post' and refused.verdict in ('rejected', 'removed')),
    flags_agreed = ${flags('agreed')}, flags_disagreed = ${flags('disagreed')}
    where account_id in (${accounts})`;
  return [membersRecounted(accounts), judged];
}

function flags(outcome: string): SQL {
  return sql`(select count(*) from review_reasons as flag
    where flag.account_id = forum_members.account_id and flag.kind = 'flag' and flag.outcome = ${outcome})`;
}
