import { eq } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { findToken, useUp } from '../tokens/one-time-tokens.ts';
import type { SignInInput } from './contract.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { accounts } from './tables.ts';

let nobodysHash: Promise<string> | null = null;

/**
 * The id of the account that an address and a password belong to.
 * Throws `wrong-credentials` alike, and after the same work, for an unknown address, a wrong password, an account
 * without a password and one that is suspended.
 */
export async function checkCredentials(
  services: Services,
  { email, password }: SignInInput,
  requestId: string,
): Promise<string> {
  const { db } = services;
  const [account] = await db.read.select().from(accounts).where(eq(accounts.email, email.toLowerCase()));
  nobodysHash ??= hashPassword('no account has this password');
  const matches = await verifyPassword(password, account?.passwordHash ?? (await nobodysHash));
  if (account?.passwordHash && matches && account.state === 'active') return account.id;
  await noteFailure(services, account?.id ?? null, 'password', requestId);
  throw new Problem('wrong-credentials');
}

/** Uses a sign-in link up; gives the id of its account. Throws `link-unknown`, also for a link that was used or is late. */
export async function useSignInLink({ db, clock }: Services, token: string): Promise<string> {
  const found = await findToken(db, 'sign-in-link', token, clock());
  if (!found) throw new Problem('link-unknown');
  const [account] = await db.read
    .select({ id: accounts.id, state: accounts.state })
    .from(accounts)
    .where(eq(accounts.email, found.subject));
  const [used] = await db.write([useUp(db, found.id, clock())]);
  if (!used?.changes || account?.state !== 'active') throw new Problem('link-unknown');
  return account.id;
}

/** A failure is noted for every try, so that it takes as long for an address that nobody has. */
export async function noteFailure(services: Services, accountId: string | null, way: string, requestId: string) {
  await services.db.write([
    audited(services, {
      accountId: null,
      action: 'sign-in-failed',
      target: { kind: 'account', id: accountId ?? 'nobody' },
      detail: { way },
      requestId,
    }),
  ]);
}
