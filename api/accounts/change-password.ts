import { and, eq, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { findToken, isStillUsable, revokeTokens, useUp } from '../tokens/one-time-tokens.ts';
import type { Account } from './contract.ts';
import { tellOwner } from './mails/account-changed.ts';
import { checkNewPassword } from './new-password.ts';
import { hashPassword } from './passwords.ts';
import { accounts } from './tables.ts';
import type { By } from './who.ts';

/**
 * A new password. All sessions end, also the one that asks: the caller starts another. So do links that somebody else may
 * have asked for meanwhile, such as one to another address. Throws `invalid-input`.
 */
export async function changePassword(services: Services, account: Account, password: string, by: By): Promise<void> {
  const { db } = services;
  const { id, email, name, language } = account;
  checkNewPassword(password, [email, name], language);
  const passwordHash = await hashPassword(password);
  await db.write([
    db.read.update(accounts).set({ passwordHash }).where(eq(accounts.id, id)),
    endSessionsOf(db, id),
    revokeTokens(db, 'password-reset', email),
    revokeTokens(db, 'sign-in-link', email),
    revokeTokens(db, 'address-confirmation', id),
    audited(services, { ...by, action: 'password-changed', target: { kind: 'account', id } }),
    tellOwner(services, account, 'password-changed'),
  ]);
}

/**
 * A new password for whoever holds the link from the mail. It signs nobody in, and takes no second step away: all
 * sessions end. Throws `link-unknown` or `invalid-input`.
 */
export async function resetPassword(
  services: Services,
  { token, password }: { token: string; password: string },
  requestId: string,
): Promise<void> {
  const { db, clock } = services;
  const now = clock();
  const found = await findToken(db, 'password-reset', token, now);
  if (!found) throw new Problem('link-unknown');
  const [account] = await db.read.select().from(accounts).where(eq(accounts.email, found.subject));
  if (account?.state !== 'active') throw new Problem('link-unknown');
  const { id, email, name, language } = account;
  checkNewPassword(password, [email, name], language);
  const passwordHash = await hashPassword(password);

  const isTheirs = and(eq(accounts.id, id), eq(accounts.email, email), eq(accounts.state, 'active'));
  const guard = sql`${isStillUsable(found.id, now)} and exists (select 1 from ${accounts} where ${isTheirs})`;
  const [changed] = await db.write([
    db.read
      .update(accounts)
      .set({ passwordHash })
      .where(and(isTheirs, isStillUsable(found.id, now))),
    endSessionsOf(db, id, { guard }),
    audited(services, { accountId: null, action: 'password-reset', target: { kind: 'account', id }, requestId }, guard),
    tellOwner(services, account, 'password-changed', guard),
    useUp(db, found.id, now),
    revokeTokens(db, 'password-reset', email),
    revokeTokens(db, 'sign-in-link', email),
    revokeTokens(db, 'address-confirmation', id),
  ]);
  if (!changed?.changes) throw new Problem('link-unknown');
}
