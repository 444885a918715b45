import { and, eq, type SQL, sql } from 'drizzle-orm';
import { type Role, roles } from '../access/rules.ts';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { findToken, isStillUsable, useUp } from '../tokens/one-time-tokens.ts';
import type { InvitationOffer, NewAccountInput } from './contract.ts';
import { checkNewPassword } from './new-password.ts';
import { hashPassword } from './passwords.ts';
import { accounts, teamMembers, teams } from './tables.ts';
import { hasAccount, isFree } from './who.ts';

/** What an invitation was issued with. */
export interface InvitationDetail {
  role: Role;
  language: 'ja' | 'en';
  teams: string[];
}

/** What somebody holds in hands with an invitation. Throws `link-unknown`. */
export async function readOffer({ db, clock }: Services, token: string): Promise<InvitationOffer> {
  const found = await findToken(db, 'invitation', token, clock());
  if (!found) throw new Problem('link-unknown');
  const { role, language } = found.detail as unknown as InvitationDetail;
  return { email: found.subject, role, language };
}

/** Makes the account of somebody who was invited; gives its id. Throws `link-unknown` or `invalid-input`. */
export async function takeUpInvitation(services: Services, input: NewAccountInput, requestId: string): Promise<string> {
  const found = await findToken(services.db, 'invitation', input.token, services.clock());
  if (!found) throw new Problem('link-unknown');
  const detail = found.detail as unknown as InvitationDetail;
  const role = roles.find((known) => known === detail.role) ?? 'agent';
  const { id: tokenId, subject: email } = found;
  return makeAccount(services, input, { tokenId, email, role, teamIds: detail.teams, requestId });
}

/** Makes the account of a member who has confirmed their address; gives its id. Throws as above. */
export async function confirmRegistration(services: Services, input: NewAccountInput, requestId: string) {
  const found = await findToken(services.db, 'address-confirmation', input.token, services.clock());
  if (found?.detail['kind'] !== 'registration') throw new Problem('link-unknown');
  const { id: tokenId, subject: email } = found;
  return makeAccount(services, input, { tokenId, email, role: 'member', teamIds: [], requestId });
}

interface Making {
  tokenId: string;
  email: string;
  role: Role;
  teamIds: readonly string[];
  requestId: string;
}

async function makeAccount(
  services: Services,
  { name, language, password }: NewAccountInput,
  { tokenId, email, role, teamIds, requestId }: Making,
): Promise<string> {
  const { db, clock, random } = services;
  const now = clock();
  const id = newId(now, random);
  if (password !== undefined) checkNewPassword(password, [email, name], language);
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const account = {
    id,
    email,
    name,
    language,
    role,
    state: 'active',
    passwordHash,
    createdAt: now,
    lastSignInAt: null,
  };
  const isMade = hasAccount(id);
  const [made] = await db.write([
    insertWhere(
      accounts,
      account as typeof accounts.$inferInsert,
      sql`${isStillUsable(tokenId, now)} and ${isFree(email)}`,
    ),
    ...teamIds.map((teamId) => insertWhere(teamMembers, { teamId, accountId: id }, and(isMade, isTeam(teamId)) as SQL)),
    audited(
      services,
      { accountId: id, action: 'account-made', target: { kind: 'account', id }, detail: { role }, requestId },
      isMade,
    ),
    useUp(db, tokenId, now),
  ]);
  if (!made?.changes) throw new Problem('link-unknown');
  return id;
}

export function isTeam(id: string): SQL {
  return sql`exists (select 1 from ${teams} where ${eq(teams.id, id)})`;
}
