import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { hashOf } from '../sessions/tokens.ts';
import type { Account, SetupInput } from './contract.ts';
import { checkNewPassword } from './new-password.ts';
import { hashPassword } from './passwords.ts';
import { accounts, setupLinks } from './tables.ts';
import { hasAccount } from './who.ts';

const linkHours = 24;
/** Members may register before anybody has set the portal up. */
const isOwner = eq(accounts.role, 'owner');

/**
 * A fresh token for the link that makes the first owner account, or `null` once there is one. Valid for 24 hours; tokens
 * made before it stop working, unless other processes may have printed them just now.
 */
export async function makeSetupToken(
  db: Database,
  now: number,
  random: (bytes: number) => Buffer,
): Promise<string | null> {
  const [owner] = await db.read.select({ id: accounts.id }).from(accounts).where(isOwner).limit(1);
  if (owner) return null;
  const token = random(24).toString('base64url');
  await db.write([
    db.read.delete(setupLinks).where(db.isShared ? lte(setupLinks.expiresAt, now) : undefined),
    db.read.insert(setupLinks).values({ tokenHash: hashOf(token), expiresAt: now + linkHours * 3_600_000 }),
  ]);
  return token;
}

/** Makes the first owner account. Throws `setup-closed` for a token that is unknown, used, expired or too late. */
export async function createOwner(services: Services, input: SetupInput, requestId: string): Promise<Account> {
  const { db, clock, random } = services;
  const now = clock();
  const tokenHash = hashOf(input.token);
  const usable = and(eq(setupLinks.tokenHash, tokenHash), isNull(setupLinks.usedAt), gt(setupLinks.expiresAt, now));
  const [link] = await db.read.select().from(setupLinks).where(usable);
  if (!link) throw new Problem('setup-closed');

  checkNewPassword(input.password, [input.email, input.name], input.language);

  const account: Account = {
    id: newId(now, random),
    email: input.email.toLowerCase(),
    name: input.name,
    language: input.language,
    role: 'owner',
  };
  const [created] = await db.write([
    insertWhere(
      accounts,
      { ...account, passwordHash: await hashPassword(input.password), createdAt: now },
      sql`exists (select 1 from ${setupLinks} where ${usable}) and not exists (select 1 from ${accounts} where ${isOwner})`,
    ),
    audited(
      services,
      { accountId: account.id, action: 'account-made', target: { kind: 'account', id: account.id }, requestId },
      hasAccount(account.id),
    ),
    db.read.update(setupLinks).set({ usedAt: now }).where(usable),
  ]);
  if (!created?.changes) throw new Problem('setup-closed');
  return account;
}
