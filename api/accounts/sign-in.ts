import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { SignInInput } from './contract.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { accounts } from './tables.ts';

let nobodysHash: Promise<string> | null = null;

/**
 * The id of the account that an address and a password belong to.
 * Throws `wrong-credentials` alike, and after the same work, for an unknown address and for a wrong password.
 */
export async function checkCredentials(db: Database, { email, password }: SignInInput): Promise<string> {
  const [account] = await db.read.select().from(accounts).where(eq(accounts.email, email.toLowerCase()));
  nobodysHash ??= hashPassword('no account has this password');
  const matches = await verifyPassword(password, account?.passwordHash ?? (await nobodysHash));
  if (!account || !matches) throw new Problem('wrong-credentials');
  return account.id;
}
