import { sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { field, itemsOf } from './decisions.ts';
import { reviewing } from './reviewing.ts';
import type { SeenItem } from './seen-items.ts';

/** At every third refused post, as long as they are no fewer than those that stand. */
const every = 3;
/** As words in the SQL: dividing by a number that is bound gives a fraction. */
const inSql = sql.raw(String(every));

/**
 * The statements that bring members before moderators whose posts are refused again and again, for the write of the decision
 * that refuses, after its counts.
 */
export function suspecting(services: Services, decision: string, seen: readonly SeenItem[]): Statement[] {
  const members = new Map(
    seen.filter(({ author }) => author.role === 'member').map((item) => [item.author.id, item.author]),
  );
  return [...members.values()].flatMap(({ id, language }) => {
    const isTheirs = sql`exists (select 1 from ${itemsOf(decision, sql`${field('author')} = ${id} and ${field('post')} is not null`)})`;
    // A row that is just being made is at version 0.
    const isWaiting = sql`exists (select 1 from reviewables where kind = 'member' and subject_id = ${id} and state = 'pending' and version > 0)`;
    // One decision may refuse several at once, and what was refused before is not counted again.
    const more = sql`(select count(*) from ${itemsOf(decision, sql`${field('author')} = ${id} and ${field('post')} is not null`)}
      and coalesce(${field('verdict')}, '') not in ('rejected', 'removed'))`;
    const isOften = sql`exists (select 1 from forum_members where account_id = ${id}
      and posts_refused / ${inSql} > (posts_refused - ${more}) / ${inSql} and posts_refused >= posts)`;
    const subject = { kind: 'member', id, authorId: id, threadId: null, language, board: null } as const;
    const why = { kind: 'queue', reason: 'flagged-often', accountId: null, detail: null, weight: 1 } as const;
    return reviewing(
      services,
      subject,
      { to: 'pending', action: 'queued', by: null, reasons: [why] },
      sql`${isTheirs} and ${isOften} and not ${isWaiting}`,
    );
  });
}
