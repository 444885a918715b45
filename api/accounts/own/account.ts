import { eq } from 'drizzle-orm';
import { isStaff } from '../../access/rules.ts';
import { audited } from '../../audit/audited.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { teamsOf } from '../people/list.ts';
import type { OwnAccount, OwnAccountInput } from '../contract.ts';
import { readStaffRules } from '../staff-rules.ts';
import { accounts, totpSecrets } from '../tables.ts';
import { recoveryCodesLeft } from '../totp/recovery-codes.ts';
import type { By } from '../who.ts';

/** Everything that somebody can change about their own account. Throws `not-found`. */
export async function readOwnAccount({ db }: Services, id: string): Promise<OwnAccount> {
  const [row] = await db.read
    .select({ account: accounts, confirmedAt: totpSecrets.confirmedAt })
    .from(accounts)
    .leftJoin(totpSecrets, eq(totpSecrets.accountId, accounts.id))
    .where(eq(accounts.id, id));
  if (!row) throw new Problem('not-found');
  const { email, name, language, role, passwordHash, createdAt, lastSignInAt } = row.account;
  return {
    id,
    email,
    name,
    language,
    role,
    hasPassword: passwordHash !== null,
    createdAt,
    lastSignInAt,
    teams: await teamsOf(db, id),
    totp: {
      isOn: row.confirmedAt !== null,
      isRequired: isStaff(role) && (await readStaffRules(db)).isTotpRequired,
      recoveryCodesLeft: await recoveryCodesLeft(db, id),
    },
  };
}

/** Another public name or language. */
export async function changeOwnAccount(services: Services, { name, language }: OwnAccountInput, by: By): Promise<void> {
  const { db } = services;
  const target = { kind: 'account', id: by.accountId };
  await db.write([
    db.read.update(accounts).set({ name, language }).where(eq(accounts.id, by.accountId)),
    audited(services, { ...by, action: 'own-account:change', target }),
  ]);
}
