import { and, desc, eq } from 'drizzle-orm';
import { isStaff } from '../access/rules.ts';
import { accounts } from '../accounts/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { authorColumns, authorOf } from './authors.ts';
import type { ForumMember } from './contract.ts';
import { isListed, summariesOf } from './list-threads.ts';
import { forumMembers, forumThreads } from './tables.ts';

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
  const theirs = db.read
    .select({ id: forumThreads.id })
    .from(forumThreads)
    .where(and(eq(forumThreads.authorId, id), isListed))
    .orderBy(desc(forumThreads.createdAt))
    .limit(latest);
  return {
    author: authorOf(found.author),
    threads: await summariesOf(services, theirs, [desc(forumThreads.createdAt), desc(forumThreads.id)]),
    posts: member.posts,
    accepted: member.accepted,
    since: member.createdAt,
  };
}
