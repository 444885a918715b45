import { and, asc, count, eq, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import { isUniqueViolation, type Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import { insertWhere } from '../../db/statements.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Team } from '../contract.ts';
import { isTeam } from '../make-account.ts';
import { teamMembers, teams } from '../tables.ts';
import { type By, isStillOwner } from '../who.ts';

export async function listTeams(db: Database): Promise<Team[]> {
  return db.read
    .select({ id: teams.id, name: teams.name, members: count(teamMembers.accountId) })
    .from(teams)
    .leftJoin(teamMembers, eq(teamMembers.teamId, teams.id))
    .groupBy(teams.id)
    .orderBy(asc(teams.name));
}

/** Throws `name-taken`. */
export async function makeTeam(services: Services, name: string, by: By): Promise<Team> {
  const { db, clock, random } = services;
  const id = newId(clock(), random);
  const guard = isStillOwner(by);
  await refusingTakenNames(
    db.write([
      insertWhere(teams, { id, name, createdAt: clock() }, guard),
      audited(services, { ...by, action: 'accounts:make-team', target: { kind: 'team', id }, detail: { name } }, guard),
    ]),
  );
  return { id, name, members: 0 };
}

/** Throws `not-found` or `name-taken`. */
export async function renameTeam(services: Services, id: string, name: string, by: By): Promise<void> {
  const { db } = services;
  const guard = sql`${isStillOwner(by)} and ${isTeam(id)}`;
  const [recorded] = await refusingTakenNames(
    db.write([
      audited(
        services,
        { ...by, action: 'accounts:rename-team', target: { kind: 'team', id }, detail: { name } },
        guard,
      ),
      db.read
        .update(teams)
        .set({ name })
        .where(and(eq(teams.id, id), isStillOwner(by))),
    ]),
  );
  if (!recorded?.changes) throw new Problem('not-found');
}

/** Dissolves a team; its members stay. Throws `not-found`. */
export async function dissolveTeam(services: Services, id: string, by: By): Promise<void> {
  const { db } = services;
  const guard = sql`${isStillOwner(by)} and ${isTeam(id)}`;
  const [recorded] = await db.write([
    audited(services, { ...by, action: 'accounts:dissolve-team', target: { kind: 'team', id } }, guard),
    db.read.delete(teamMembers).where(and(eq(teamMembers.teamId, id), guard)),
    db.read.delete(teams).where(and(eq(teams.id, id), guard)),
  ]);
  if (!recorded?.changes) throw new Problem('not-found');
}

async function refusingTakenNames<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem('name-taken');
    throw error;
  }
}
