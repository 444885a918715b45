import { and, eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { isStaff } from '../access/rules.ts';
import { audited } from '../audit/audited.ts';
import type { Env } from '../http/env.ts';
import { Problem } from '../problem.ts';
import type { Account, SignInStep } from './contract.ts';
import { readStaffRules } from './staff-rules.ts';
import { accounts, totpSecrets } from './tables.ts';

/** The step that somebody came in by. */
export type WayIn =
  'set-up' | 'password' | 'link' | 'invitation' | 'registration' | 'code' | 'recovery-code' | 'totp-set-up';

/**
 * What comes after the first step has been taken rightly: in, or, in a session that can do nothing else, a code to give
 * or a second step to set up. Throws `wrong-credentials` for an account that is suspended.
 */
export async function enter<E extends Env>(c: Context<E>, accountId: string, way: WayIn): Promise<SignInStep> {
  const { db, sessions } = c.get('services');
  const [row] = await db.read
    .select({ id: accounts.id, role: accounts.role, confirmedAt: totpSecrets.confirmedAt })
    .from(accounts)
    .leftJoin(totpSecrets, eq(totpSecrets.accountId, accounts.id))
    .where(and(eq(accounts.id, accountId), eq(accounts.state, 'active')));
  if (!row) throw new Problem('wrong-credentials');
  const next = row.confirmedAt !== null ? 'code' : isStaff(row.role) && (await isRequired(c)) ? 'totp-set-up' : null;
  if (next) {
    await sessions.start(c, row, next);
    return { signedIn: false, next };
  }
  await enterFully(c, row, way);
  return { signedIn: true };
}

/** Starts a whole session, and notes that somebody came in. */
export async function enterFully<E extends Env>(c: Context<E>, account: Pick<Account, 'id' | 'role'>, way: WayIn) {
  const services = c.get('services');
  const { db, clock, sessions } = services;
  await db.write([
    db.read.update(accounts).set({ lastSignInAt: clock() }).where(eq(accounts.id, account.id)),
    audited(services, {
      accountId: account.id,
      action: 'signed-in',
      target: { kind: 'account', id: account.id },
      detail: { way },
      requestId: c.get('requestId'),
    }),
  ]);
  await sessions.start(c, account);
}

async function isRequired<E extends Env>(c: Context<E>): Promise<boolean> {
  return (await readStaffRules(c.get('services').db)).isTotpRequired;
}
