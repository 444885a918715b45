import { and, eq, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { findToken, isStillUsable, revokeTokens, useUp } from '../tokens/one-time-tokens.ts';
import { tellOwner } from './mails/account-changed.ts';
import { accounts } from './tables.ts';
import { isFree } from './who.ts';

/**
 * Moves an account to the address that the link was sent to, tells the old one, and ends all sessions but `except`.
 * Throws `link-unknown`, also when somebody else has the address by now.
 */
export async function confirmAddress(
  services: Services,
  token: string,
  { requestId, except }: { requestId: string; except: string | undefined },
): Promise<void> {
  const { db, clock } = services;
  const now = clock();
  const found = await findToken(db, 'address-confirmation', token, now);
  const email = found?.detail['email'];
  if (found?.detail['kind'] !== 'address-confirmation' || typeof email !== 'string') throw new Problem('link-unknown');
  const [account] = await db.read.select().from(accounts).where(eq(accounts.id, found.subject));
  if (account?.state !== 'active') throw new Problem('link-unknown');

  const isOpen = isStillUsable(found.id, now);
  const isTheirs = and(eq(accounts.id, account.id), eq(accounts.state, 'active'));
  const isMoved = sql`${isOpen} and exists (select 1 from ${accounts} where ${isTheirs} and ${accounts.email} = ${email})`;
  const target = { kind: 'account', id: account.id };
  const [moved] = await db.write([
    db.read
      .update(accounts)
      .set({ email })
      .where(and(isTheirs, isOpen, isFree(email))),
    endSessionsOf(db, account.id, { except, guard: isMoved }),
    audited(services, { accountId: account.id, action: 'address-changed', target, requestId }, isMoved),
    tellOwner(services, account, 'address-changed', isMoved),
    revokeTokens(db, 'password-reset', account.email),
    revokeTokens(db, 'sign-in-link', account.email),
    useUp(db, found.id, now),
    // Another address that was asked for before.
    revokeTokens(db, 'address-confirmation', account.id),
  ]);
  if (!moved?.changes) throw new Problem('link-unknown');
}
