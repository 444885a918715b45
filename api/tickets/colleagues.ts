import { and, eq, exists, inArray, type SQL } from 'drizzle-orm';
import { may, roles } from '../access/rules.ts';
import { accounts, teams } from '../accounts/tables.ts';
import type { Services } from '../services.ts';
import type { FieldError } from '../problem.ts';

/** Whoever may be given a conversation: they work here now, and may reply. */
export const mayAnswer = and(
  eq(accounts.state, 'active'),
  inArray(
    accounts.role,
    roles.filter((role) => may(role, 'tickets:reply')),
  ),
);

/** Whom a conversation is to be given to; `null` for nobody, and nothing where that stays. */
interface Wish {
  team?: string | null | undefined;
  assignee?: string | null | undefined;
}

/** The condition, within a write, that whoever is to get a conversation still answers, and the team is still there. */
export function areColleagues({ db }: Services, { team, assignee }: Wish): SQL | undefined {
  const agent = db.read.select({ id: accounts.id }).from(accounts);
  const group = db.read.select({ id: teams.id }).from(teams);
  return and(
    assignee == null ? undefined : exists(agent.where(and(eq(accounts.id, assignee), mayAnswer))),
    team == null ? undefined : exists(group.where(eq(teams.id, team))),
  );
}

/** What is wrong with them: somebody who answers no tickets, or a team that is not there. */
export async function wrongColleagues({ db }: Services, { team, assignee }: Wish): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  if (assignee != null) {
    const found = await db.read
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, assignee), mayAnswer));
    if (found.length === 0) errors.push({ pointer: '#/assignee', detail: 'somebody who answers tickets' });
  }
  if (team != null) {
    const found = await db.read.select({ id: teams.id }).from(teams).where(eq(teams.id, team));
    if (found.length === 0) errors.push({ pointer: '#/team', detail: 'a team' });
  }
  return errors;
}
