import { sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { emailAddress } from '../http/email-address.ts';
import type { Services } from '../services.ts';
import type { IdentityKind } from './contract.ts';
import { identityValue } from './identity-value.ts';

/** How a block is kept: as the identity itself, or `@example.com` for a domain; `null` for what is neither. */
export function blockValue(kind: IdentityKind, written: string): string | null {
  const text = written.normalize('NFKC').trim();
  if (kind === 'email' && text.startsWith('@')) {
    return emailAddress.safeParse(`postmaster${text}`).success ? text.toLowerCase() : null;
  }
  return identityValue(kind, text);
}

/** Why a sender may not be blocked: they work here, or the portal would lock out its own mail; `null` where they may. */
export async function blockRefusal(
  { db, publicUrl }: Services,
  kind: IdentityKind,
  value: string,
): Promise<'staff' | 'portal' | null> {
  if (kind !== 'email') return null;
  if (value.slice(value.lastIndexOf('@')) === `@${new URL(publicUrl).hostname}`) return 'portal';
  const email = sql`lower(${accounts.email})`;
  const [staff] = await db.read
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      sql`${accounts.role} <> 'member' and (${email} = ${value} or substr(${email}, instr(${email}, '@')) = ${value})`,
    )
    .limit(1);
  return staff ? 'staff' : null;
}
