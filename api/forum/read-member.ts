import { eq, sql } from 'drizzle-orm';
import { isStaff } from '../access/rules.ts';
import { accounts } from '../accounts/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { authorColumns, authorOf } from './authors.ts';
import type { ForumMember } from './contract.ts';
import { isListed } from './list-threads.ts';
import { forumMembers } from './tables.ts';
import { summariesOf } from './thread-summary.ts';

const latest = 20;

/** A member as everybody sees them. Whoever never posted, and whoever was erased, is nobody here. Throws `not-found`. */
export async function readMember(services: Services, id: string): Promise<ForumMember> {
  const { db } = services;
  const [found] = await db.read
    .select({ author: authorColumns, member: forumMembers })
    .from(accounts)
    .innerJoin(forumMembers, eq(forumMembers.accountId, accounts.id))
    .where(eq(accounts.id, id));
  if (!found || found.author.name === '' || (found.member.posts === 0 && !isStaff(found.author.role))) {
    throw new Problem('not-found');
  }
  const { member } = found;
  const theirs = sql`select id from forum_threads where author_id = ${id} and ${isListed} order by created_at desc limit ${latest}`;
  const newest = sql.raw('forum_threads.created_at desc, forum_threads.id desc');
  return {
    author: authorOf(found.author),
    threads: await summariesOf(services, theirs, newest),
    posts: member.posts,
    accepted: member.accepted,
    since: member.createdAt,
  };
}
