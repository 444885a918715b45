import { and, desc, eq, inArray, isNotNull, lt, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { Problem } from '../../problem.ts';
import type { Person, PersonPage, PersonView } from '../contract.ts';
import { accounts, teamMembers, totpSecrets } from '../tables.ts';

const pageLength = 50;

/** A page of staff or of members, the newest first. */
export async function listPeople(db: Database, view: PersonView, after: string | null): Promise<PersonPage> {
  const ofView =
    view === 'members'
      ? eq(accounts.role, 'member')
      : inArray(accounts.role, ['owner', 'editor', 'moderator', 'agent']);
  const rows = await peopleWhere(db, and(ofView, after === null ? undefined : lt(accounts.id, after)), pageLength + 1);
  const shown = rows.slice(0, pageLength);
  const next = rows.length > pageLength ? (shown.at(-1)?.account.id ?? null) : null;
  return { people: await withTeams(db, shown), next };
}

/** Throws `not-found`. */
export async function readPerson(db: Database, id: string): Promise<Person> {
  const [person] = await withTeams(db, await peopleWhere(db, eq(accounts.id, id), 1));
  if (!person) throw new Problem('not-found');
  return person;
}

/** The ids of somebody's teams. */
export async function teamsOf(db: Database, accountId: string): Promise<string[]> {
  const rows = await db.read.select().from(teamMembers).where(eq(teamMembers.accountId, accountId));
  return rows.map(({ teamId }) => teamId);
}

type Row = Awaited<ReturnType<typeof peopleWhere>>[number];

function peopleWhere(db: Database, condition: SQL | undefined, limit: number) {
  return db.read
    .select({ account: accounts, totp: totpSecrets.accountId })
    .from(accounts)
    .leftJoin(totpSecrets, and(eq(totpSecrets.accountId, accounts.id), isNotNull(totpSecrets.confirmedAt)))
    .where(condition)
    .orderBy(desc(accounts.id))
    .limit(limit);
}

async function withTeams(db: Database, rows: readonly Row[]): Promise<Person[]> {
  const ids = rows.map(({ account }) => account.id);
  const members = ids.length ? await db.read.select().from(teamMembers).where(inArray(teamMembers.accountId, ids)) : [];
  return rows.map(({ account: { id, email, name, role, state, createdAt, lastSignInAt }, totp }) => ({
    id,
    email,
    name,
    role,
    isSuspended: state === 'suspended',
    teams: members.filter(({ accountId }) => accountId === id).map(({ teamId }) => teamId),
    hasTotp: totp !== null,
    createdAt,
    lastSignInAt,
  }));
}
