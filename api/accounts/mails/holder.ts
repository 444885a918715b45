import { and, eq } from 'drizzle-orm';
import type { Role } from '../../access/rules.ts';
import type { Services } from '../../services.ts';
import { issuedToken } from '../../tokens/one-time-tokens.ts';
import { accounts } from '../tables.ts';

/** What a mail with a link is made of. */
export interface LinkPayload {
  tokenId: string;
}

/** Payloads for the gallery: a mail to somebody with an account, and to somebody without. */
export const toSomebody: LinkPayload = { tokenId: 'example-somebody' };
export const toNobody: LinkPayload = { tokenId: 'example-nobody' };

/** The token that a mail carries, as long as it works, and who has the address that it was asked for, if anybody. */
export async function holderOf({ db, clock }: Services, tokenId: string, address: string): Promise<Holder | null> {
  if (tokenId === toNobody.tokenId) return { account: null, askedBy: 'member' };
  if (tokenId === toSomebody.tokenId) {
    return { account: { id: '', name: 'Emma Clark', role: 'agent' }, askedBy: 'member' };
  }
  const token = await issuedToken(db, tokenId, clock());
  if (!token) return null;
  const [asker] = await db.read.select({ role: accounts.role }).from(accounts).where(eq(accounts.id, token.subject));
  return { account: await activeAccountAt(db, address), askedBy: asker?.role ?? 'member' };
}

interface Holder {
  account: { id: string; name: string; role: Role } | null;
  /** What whoever was signed in when they asked is here; a member where nobody was. */
  askedBy: Role;
}

async function activeAccountAt(db: Services['db'], address: string): Promise<Holder['account']> {
  const [account] = await db.read
    .select({ id: accounts.id, name: accounts.name, role: accounts.role })
    .from(accounts)
    .where(and(eq(accounts.email, address.toLowerCase()), eq(accounts.state, 'active')));
  return account ?? null;
}
