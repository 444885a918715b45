import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { endSessionsOf } from '../../sessions/end-sessions.ts';
import { isStaff } from '../../access/rules.ts';
import type { Account } from '../contract.ts';
import { tellOwner } from '../mails/account-changed.ts';
import { hasTotp, isTotpRequired } from '../staff-rules.ts';
import { recoveryCodes, totpSecrets } from '../tables.ts';
import { type By, isStillOwner } from '../who.ts';
import { freshRecoveryCodes } from './recovery-codes.ts';

/** Turns one's own second step off; all sessions end. Throws `second-step-required` where staff must have one. */
export async function removeTotp(services: Services, account: Account, by: By): Promise<void> {
  const mayGo = isStaff(account.role) ? sql`not ${isTotpRequired}` : sql`true`;
  const isGone = await endTotp(services, account, 'totp-removed', by, mayGo);
  if (!isGone) throw new Problem('second-step-required');
}

/** Turns another’s second step off, who has lost their device; all their sessions end. Throws `state-refused`. */
export async function resetTotp(services: Services, account: Account, by: By): Promise<void> {
  if (!(await endTotp(services, account, 'totp-reset', by, isStillOwner(by)))) throw new Problem('state-refused');
}

/** Ten new recovery codes in the place of all earlier ones. Throws `state-refused` without a second step. */
export async function renewRecoveryCodes(services: Services, account: Account, by: By): Promise<string[]> {
  const guard = hasTotp(account.id);
  const { codes, statements } = freshRecoveryCodes(services, account.id, guard);
  const target = { kind: 'account', id: account.id };
  const results = await services.db.write([
    ...statements,
    tellOwner(services, account, 'recovery-codes-renewed', guard),
    audited(services, { ...by, action: 'recovery-codes-renewed', target }, guard),
  ]);
  if (!results.at(-1)?.changes) throw new Problem('state-refused');
  return codes;
}

async function endTotp(
  services: Services,
  account: Account,
  action: 'totp-removed' | 'totp-reset',
  by: By,
  mayGo: SQL,
): Promise<boolean> {
  const { db } = services;
  const guard = sql`${mayGo} and ${hasTotp(account.id)}`;
  const isTheirs = and(eq(totpSecrets.accountId, account.id), isNotNull(totpSecrets.confirmedAt));
  const results = await db.write([
    db.read.delete(recoveryCodes).where(and(eq(recoveryCodes.accountId, account.id), guard)),
    endSessionsOf(db, account.id, { guard }),
    audited(services, { ...by, action, target: { kind: 'account', id: account.id } }, guard),
    tellOwner(services, account, action, guard),
    db.read.delete(totpSecrets).where(and(isTheirs, mayGo)),
  ]);
  return (results.at(-1)?.changes ?? 0) > 0;
}
