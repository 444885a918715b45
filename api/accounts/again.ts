import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { remoteAddress } from '../http/remote-address.ts';
import { Problem } from '../problem.ts';
import type { Account } from './contract.ts';
import { verifyPassword } from './passwords.ts';
import { accounts } from './tables.ts';

const freshMs = 15 * 60_000;

/**
 * Makes sure that it is still the same person before they change how they sign in (OWASP ASVS 5.0 7.5.1): by their
 * password; without one, by having signed in within 15 minutes. Says whether it was by the password. Throws
 * `invalid-input`, `sign-in-again` or `too-many-tries`.
 */
export async function checkAgain<E extends Env>(
  c: Context<E>,
  account: Account,
  password: string | undefined,
): Promise<boolean> {
  const { db, clock, sessions, signInLimits } = c.get('services');
  const [row] = await db.read
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, account.id));
  if (row?.passwordHash) {
    await signInLimits.count(remoteAddress(c as unknown as Context<Env>), account.email);
    if (!(await verifyPassword(password ?? '', row.passwordHash))) throw wrongPassword(c.get('language'));
    await signInLimits.forgive(remoteAddress(c as unknown as Context<Env>), account.email);
    return true;
  }
  const session = await sessions.read(c);
  if (!session || clock() - session.createdAt > freshMs) throw new Problem('sign-in-again');
  return false;
}

/** The same, before what ends no session: who gave the password goes on in a new one (OWASP ASVS 5.0 7.2.4). */
export async function checkAgainAndRenew<E extends Env>(c: Context<E>, account: Account, password: string | undefined) {
  if (await checkAgain(c, account, password)) await c.get('services').sessions.start(c, account);
}

function wrongPassword(language: 'ja' | 'en'): Problem {
  const detail = language === 'ja' ? '現在のパスワードが違います。' : 'That is not your current password.';
  return new Problem('invalid-input', { errors: [{ pointer: '#/currentPassword', detail }] });
}
