import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { issueToken, revokeTokens } from '../../tokens/one-time-tokens.ts';
import { oneTimeTokens } from '../../tokens/tables.ts';
import type { Invitation, InvitationInput } from '../contract.ts';
import type { InvitationDetail } from '../make-account.ts';
import { type By, isFree, isStillOwner } from '../who.ts';

const validMinutes = 7 * 24 * 60;
const mostInList = 200;

/** Invitations that can still be taken up, the newest first. */
export async function listInvitations({ db, clock }: Services): Promise<Invitation[]> {
  const isOpen = and(isInvitation, isNull(oneTimeTokens.usedAt), gt(oneTimeTokens.expiresAt, clock()));
  const rows = await db.read
    .select()
    .from(oneTimeTokens)
    .where(isOpen)
    .orderBy(desc(oneTimeTokens.id))
    .limit(mostInList);
  return rows.map(asInvitation);
}

/** Invites somebody to work here; an earlier invitation to the same address ends. Throws `account-exists`. */
export async function invite(
  services: Services,
  input: InvitationInput,
  by: By & { name: string },
): Promise<Invitation> {
  const { db } = services;
  const { role, teams, language } = input;
  const email = input.email.toLowerCase();
  const guard = sql`${isStillOwner(by)} and ${isFree(email)}`;
  const detail: InvitationDetail = { role, language, teams };
  const { accountId, requestId } = by;
  const token = issueToken(
    services,
    { purpose: 'invitation', subject: email, minutes: validMinutes, detail: { ...detail } },
    guard,
  );
  const payload = { tokenId: token.id, invitedBy: by.name, role };
  const results = await db.write([
    revokeTokens(db, 'invitation', email),
    audited(
      services,
      {
        accountId,
        requestId,
        action: 'accounts:invite',
        target: { kind: 'invitation', id: token.id },
        detail: { role },
      },
      guard,
    ),
    queueMail(services, { kind: 'invitation', to: email, language, payload }, guard),
    token.statement,
  ]);
  if (!results.at(-1)?.changes) throw new Problem('account-exists');
  return readInvitation(services, token.id);
}

/** Sends an invitation once more, with a link that is good for another week; the earlier link ends. Throws `not-found`. */
export async function resendInvitation(services: Services, id: string, by: By & { name: string }): Promise<Invitation> {
  const { subject, detail } = await openInvitation(services, id);
  const { role, language, teams } = detail as unknown as InvitationDetail & { role: InvitationInput['role'] };
  return invite(services, { email: subject, role, language, teams }, by);
}

/** Takes an invitation back. Throws `not-found`. */
export async function withdrawInvitation(services: Services, id: string, by: By): Promise<void> {
  const { db } = services;
  const { subject } = await openInvitation(services, id);
  const guard = isStillOwner(by);
  await db.write([
    audited(services, { ...by, action: 'accounts:withdraw-invitation', target: { kind: 'invitation', id } }, guard),
    db.read
      .delete(oneTimeTokens)
      .where(and(isInvitation, eq(oneTimeTokens.subject, subject), isNull(oneTimeTokens.usedAt), guard)),
  ]);
}

const isInvitation = eq(oneTimeTokens.purpose, 'invitation');

async function openInvitation({ db, clock }: Services, id: string) {
  const isOpen = and(isNull(oneTimeTokens.usedAt), gt(oneTimeTokens.expiresAt, clock()));
  const [row] = await db.read
    .select()
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.id, id), isInvitation, isOpen));
  if (!row) throw new Problem('not-found');
  return row;
}

async function readInvitation(services: Services, id: string): Promise<Invitation> {
  return asInvitation(await openInvitation(services, id));
}

function asInvitation({ id, subject, detail, createdAt, expiresAt }: typeof oneTimeTokens.$inferSelect): Invitation {
  const { role, teams } = detail as unknown as InvitationDetail;
  return { id, email: subject, role, teams, createdAt, expiresAt };
}
