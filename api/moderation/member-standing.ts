import { desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { accounts } from '../accounts/tables.ts';
import { authorOf } from '../forum/authors.ts';
import { forumMembers } from '../forum/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { MemberStanding } from './contract.ts';
import { sanctions } from './tables.ts';

const mostSanctions = 100;
const givers = alias(accounts, 'givers');

/** What moderators know of a member. Throws `not-found`. */
export async function memberStanding({ db, clock }: Services, accountId: string): Promise<MemberStanding> {
  const [[found], given] = await Promise.all([
    db.read
      .select({ account: accounts, member: forumMembers })
      .from(accounts)
      .leftJoin(forumMembers, eq(forumMembers.accountId, accounts.id))
      .where(eq(accounts.id, accountId)),
    db.read
      .select({ sanction: sanctions, by: givers.name })
      .from(sanctions)
      .leftJoin(givers, eq(givers.id, sanctions.byAccountId))
      .where(eq(sanctions.accountId, accountId))
      .orderBy(desc(sanctions.createdAt))
      .limit(mostSanctions),
  ]);
  if (!found) throw new Problem('not-found');
  const { account, member } = found;
  const ahead = (until: number | null | undefined) => (until != null && until > clock() ? until : null);
  return {
    author: authorOf({ id: account.id, name: account.name, role: account.role, level: member?.level ?? null }),
    since: account.createdAt,
    posts: member?.posts ?? 0,
    postsRefused: member?.postsRefused ?? 0,
    flagsAgreed: member?.flagsAgreed ?? 0,
    flagsDisagreed: member?.flagsDisagreed ?? 0,
    daysVisited: member?.daysVisited ?? 0,
    isLevelFixed: member?.isLevelFixed ?? false,
    silencedUntil: ahead(member?.silencedUntil),
    suspendedUntil: ahead(member?.suspendedUntil),
    sanctions: given.map(({ sanction: { id, kind, rule, reason, until, liftedAt, createdAt }, by }) => ({
      id,
      kind,
      rule,
      reason,
      until,
      by: by ?? '',
      liftedAt,
      createdAt,
    })),
    version: member?.version ?? 1,
  };
}
