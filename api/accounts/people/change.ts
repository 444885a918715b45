import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import { insertWhere, type Statement } from '../../db/statements.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { endSessionsOf } from '../../sessions/end-sessions.ts';
import type { Person, PersonInput } from '../contract.ts';
import { isTeam } from '../make-account.ts';
import { accounts, teamMembers } from '../tables.ts';
import { type By, isNotLastOwner, isStillOwner } from '../who.ts';
import { readPerson } from './list.ts';

/**
 * Gives somebody another role or other teams. With another role, all their sessions end at once: rights change with the
 * next sign-in. Throws `not-found`, or `last-owner` when no owner would be left.
 */
export async function changePerson(services: Services, id: string, { role, teams }: PersonInput, by: By) {
  const { db } = services;
  const before = await readPerson(db, id);
  const guard = isAllowed(by, id, role !== 'owner');
  const isOther = and(eq(accounts.id, id), ne(accounts.role, role));
  await change(services, before, by, {
    guard,
    detail: { role, teams, before: { role: before.role, teams: before.teams } },
    statements: [
      endSessionsOf(db, id, { guard: sql`exists (select 1 from ${accounts} where ${isOther}) and ${guard}` }),
      db.read.delete(teamMembers).where(and(eq(teamMembers.accountId, id), guard)),
      ...[...new Set(teams)].map((teamId) =>
        insertWhere(teamMembers, { teamId, accountId: id }, sql`${isTeam(teamId)} and ${guard}`),
      ),
      db.read
        .update(accounts)
        .set({ role })
        .where(and(eq(accounts.id, id), guard)),
    ],
  });
}

/** Keeps somebody out, all their sessions with them, or lets them in again. Throws `not-found` or `last-owner`. */
export async function suspendPerson(services: Services, id: string, isSuspended: boolean, by: By): Promise<void> {
  const { db } = services;
  const before = await readPerson(db, id);
  const guard = isAllowed(by, id, isSuspended);
  await change(services, before, by, {
    guard,
    detail: { isSuspended },
    statements: [
      ...(isSuspended ? [endSessionsOf(db, id, { guard })] : []),
      db.read
        .update(accounts)
        .set({ state: isSuspended ? 'suspended' : 'active' })
        .where(and(eq(accounts.id, id), guard)),
    ],
  });
}

/** Signs somebody out everywhere. Throws `not-found`. */
export async function endSessionsOfPerson(services: Services, id: string, by: By): Promise<void> {
  const guard = isStillOwner(by);
  const before = await readPerson(services.db, id);
  await change(services, before, by, {
    guard,
    detail: { sessions: 'ended' },
    statements: [endSessionsOf(services.db, id, { guard })],
  });
}

/** An owner asks; and if an owner is taken away by it, another is left. */
function isAllowed(by: By, id: string, takesOwnerAway: boolean): SQL {
  if (!takesOwnerAway) return isStillOwner(by);
  const isOwner = and(eq(accounts.id, id), inArray(accounts.role, ['owner']));
  return sql`${isStillOwner(by)} and (not exists (select 1 from ${accounts} where ${isOwner}) or ${isNotLastOwner(id)})`;
}

interface Change {
  guard: SQL;
  detail: Record<string, unknown>;
  statements: Statement[];
}

/** The record comes first: what follows may change what the guard looks at. */
async function change(services: Services, { id, role }: Person, by: By, { guard, detail, statements }: Change) {
  const target = { kind: 'account', id };
  const [recorded] = await services.db.write([
    audited(services, { ...by, action: 'accounts:change', target, detail }, guard),
    ...statements,
  ]);
  if (!recorded?.changes) throw new Problem(role === 'owner' ? 'last-owner' : 'not-allowed');
}
