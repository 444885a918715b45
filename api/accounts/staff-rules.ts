import { and, inArray, notExists, ne, type SQL, sql, eq, isNotNull } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/database.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { sessions } from '../sessions/tables.ts';
import type { StaffRules } from './contract.ts';
import { accounts, staffRules, totpSecrets } from './tables.ts';
import { type By, isStillOwner } from './who.ts';

/** What holds for everybody who works here. */
export async function readStaffRules(db: Database): Promise<StaffRules> {
  const rows = await db.read.select({ name: staffRules.name }).from(staffRules);
  return { isTotpRequired: rows.some(({ name }) => name === 'totp-required') };
}

/** The rule as a guard. */
export const isTotpRequired: SQL = sql`exists (select 1 from ${staffRules} where ${staffRules.name} = 'totp-required')`;

/** The guard of what needs a second step that is set up. */
export function hasTotp(accountId: string): SQL {
  const isTheirs = and(eq(totpSecrets.accountId, accountId), isNotNull(totpSecrets.confirmedAt));
  return sql`exists (select 1 from ${totpSecrets} where ${isTheirs})`;
}

/**
 * Requires two-step sign-in of all staff, or no longer. Whoever has none is signed out, and set up at their next
 * sign-in. Throws `second-step-missing` when the one who asks has none.
 */
export async function changeStaffRules(
  services: Services,
  { isTotpRequired: isOn }: StaffRules,
  by: By,
): Promise<void> {
  const { db, clock } = services;
  const guard = isOn ? sql`${isStillOwner(by)} and ${hasTotp(by.accountId)}` : isStillOwner(by);
  const [recorded] = await db.write([
    audited(
      services,
      { ...by, action: 'accounts:change', target: { kind: 'staff-rules', id: 'totp-required' }, detail: { isOn } },
      guard,
    ),
    db.read.delete(staffRules).where(and(eq(staffRules.name, 'totp-required'), guard)),
    ...(isOn
      ? [
          insertWhere(staffRules, { name: 'totp-required', changedAt: clock() }, guard),
          db.read.delete(sessions).where(and(inArray(sessions.accountId, staffWithoutTotp(db)), guard)),
        ]
      : []),
  ]);
  if (!recorded?.changes) throw new Problem(isOn ? 'second-step-missing' : 'not-allowed');
}

function staffWithoutTotp(db: Database) {
  const theirs = and(eq(totpSecrets.accountId, accounts.id), isNotNull(totpSecrets.confirmedAt));
  return db.read
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(ne(accounts.role, 'member'), notExists(db.read.select().from(totpSecrets).where(theirs))));
}
