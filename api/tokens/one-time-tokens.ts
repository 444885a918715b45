import { createHmac } from 'node:crypto';
import { and, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { hashOf } from '../sessions/tokens.ts';
import { oneTimeTokens } from './tables.ts';

/** What a token is good for; one for another purpose opens nothing. */
export type TokenPurpose =
  | 'invitation'
  | 'sign-in-link'
  | 'password-reset'
  | 'address-confirmation'
  | 'notice-subscription'
  | 'data-export'
  | 'data-erasure'
  | 'own-requests';

export interface IssuedToken {
  id: string;
  statement: Statement;
}

/**
 * A token that works once, and the statement that stores its hash. The token itself is derived from its id and the
 * portal's secret (`tokenOf`) when it is written into a mail, so that it is stored nowhere: not here, not in the outbox.
 */
export function issueToken(
  { clock, random, secret }: Pick<Services, 'clock' | 'random' | 'secret'>,
  { purpose, subject, minutes, detail = {} }: IssueOptions,
  guard: SQL = sql`true`,
): IssuedToken {
  const now = clock();
  const id = newId(now, random);
  const statement = insertWhere(
    oneTimeTokens,
    {
      id,
      purpose,
      subject,
      tokenHash: hashOf(tokenOf(secret, id)),
      detail,
      expiresAt: now + minutes * 60_000,
      usedAt: null,
      createdAt: now,
    },
    guard,
  );
  return { id, statement };
}

export interface IssueOptions {
  purpose: TokenPurpose;
  subject: string;
  minutes: number;
  detail?: Record<string, unknown>;
}

/** The token of an id: 192 bits. */
export function tokenOf(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`one-time-token:${id}`).digest().subarray(0, 24).toString('base64url');
}

/** What a token that still works was issued for; `null` for one that is unknown, used, too late or for something else. */
export async function findToken(
  db: Database,
  purpose: TokenPurpose,
  token: string,
  now: number,
): Promise<{ id: string; subject: string; detail: Record<string, unknown> } | null> {
  const [row] = await db.read
    .select({ id: oneTimeTokens.id, subject: oneTimeTokens.subject, detail: oneTimeTokens.detail })
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.tokenHash, hashOf(token)), eq(oneTimeTokens.purpose, purpose), isUsable(now)));
  return row ?? null;
}

/** What a token was issued for, by its id, as long as it works: for the mail that is to carry it. */
export async function issuedToken(
  db: Database,
  id: string,
  now: number,
): Promise<{ subject: string; detail: Record<string, unknown> } | null> {
  const [row] = await db.read
    .select({ subject: oneTimeTokens.subject, detail: oneTimeTokens.detail })
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.id, id), isUsable(now)));
  return row ?? null;
}

/** The guard of whatever a token opens: it has not been used up to the moment of writing. */
export function isStillUsable(id: string, now: number): SQL {
  return sql`exists (select 1 from ${oneTimeTokens} where ${and(eq(oneTimeTokens.id, id), isUsable(now))})`;
}

/** Uses a token up: the last statement of the write that it opened. */
export function useUp(db: Database, id: string, now: number): Statement {
  return db.read
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.id, id), isUsable(now)));
}

/** Takes back whatever of a purpose has been issued for a subject. */
export function revokeTokens(db: Database, purpose: TokenPurpose, subject: string): Statement {
  return db.read
    .delete(oneTimeTokens)
    .where(and(eq(oneTimeTokens.purpose, purpose), eq(oneTimeTokens.subject, subject), isNull(oneTimeTokens.usedAt)));
}

/** Forgets tokens a week after they ended. */
export async function forgetOldTokens(db: Database, now: number): Promise<void> {
  await db.write([db.read.delete(oneTimeTokens).where(lt(oneTimeTokens.expiresAt, now - 7 * 86_400_000))]);
}

function isUsable(now: number): SQL | undefined {
  return and(isNull(oneTimeTokens.usedAt), gt(oneTimeTokens.expiresAt, now));
}
