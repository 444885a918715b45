import { and, eq, gt, or, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import type { Services } from '../../services.ts';
import { forumMembers } from '../tables.ts';
import { levelFor, promotionRules } from './levels.ts';

const mostAtOnce = 500;
const leastDays = promotionRules[1]?.daysVisited ?? 0;

/**
 * Gives every member the level that their record leads to, one step up at a time; fixed ones stay. Each change is in the
 * audit log.
 */
export async function promoteMembers(services: Services): Promise<void> {
  const { db } = services;
  for (let after = '', last = mostAtOnce; last === mostAtOnce;) {
    // Most of those at level 0 came once and never again.
    const rows = await db.read
      .select()
      .from(forumMembers)
      .where(
        and(
          gt(forumMembers.accountId, after),
          eq(forumMembers.isLevelFixed, false),
          or(gt(forumMembers.level, 0), sql`${forumMembers.daysVisited} >= ${leastDays}`),
        ),
      )
      .orderBy(forumMembers.accountId)
      .limit(mostAtOnce);
    last = rows.length;
    after = rows.at(-1)?.accountId ?? '';
    const changed = rows.filter((row) => levelFor(row.level, row) !== row.level);
    if (changed.length > 0) await db.write(changed.flatMap((row) => promoting(services, row)));
  }
}

function promoting(services: Services, row: typeof forumMembers.$inferSelect) {
  const { accountId, version, level: from } = row;
  const to = levelFor(from, row);
  const isSeen = sql`exists (select 1 from ${forumMembers} where ${forumMembers.accountId} = ${accountId}
    and ${forumMembers.version} = ${version} and ${forumMembers.isLevelFixed} = 0)`;
  const target = { kind: 'account', id: accountId };
  return [
    audited(services, { accountId: null, action: 'moderation:level', target, detail: { from, to } }, isSeen),
    sql`update ${forumMembers} set level = ${to}, version = version + 1
      where ${forumMembers.accountId} = ${accountId} and ${forumMembers.version} = ${version} and ${forumMembers.isLevelFixed} = 0`,
  ];
}
