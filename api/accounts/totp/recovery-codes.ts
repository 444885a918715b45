import { and, count, eq, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { insertWhere, type Statement } from '../../db/statements.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { hashOf } from '../../sessions/tokens.ts';
import { recoveryCodes } from '../tables.ts';

const howMany = 10;
/** 120 bits each, so that a plain hash keeps them (OWASP ASVS 5.0 6.5.2 asks for 112). */
const bytesOfCode = 15;
/** Crockford's: no letter that reads like a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten fresh codes, each good once, and the statements that put them in the place of all earlier ones. */
export function freshRecoveryCodes(
  { db, clock, random }: Pick<Services, 'db' | 'clock' | 'random'>,
  accountId: string,
  guard: SQL,
): { codes: string[]; statements: Statement[] } {
  const codes = Array.from({ length: howMany }, () => codeOf(random(bytesOfCode)));
  const createdAt = clock();
  return {
    codes,
    statements: [
      db.read.delete(recoveryCodes).where(and(eq(recoveryCodes.accountId, accountId), guard)),
      ...codes.map((code) =>
        insertWhere(recoveryCodes, { codeHash: hashOf(plain(code)), accountId, usedAt: null, createdAt }, guard),
      ),
    ],
  };
}

/** Uses a recovery code up. Throws `wrong-code`. */
export async function useRecoveryCode({ db, clock }: Services, accountId: string, typed: string): Promise<void> {
  const isUsable = and(eq(recoveryCodes.codeHash, hashOf(plain(typed))), isLeftOf(accountId));
  const [used] = await db.write([db.read.update(recoveryCodes).set({ usedAt: clock() }).where(isUsable)]);
  if (!used?.changes) throw new Problem('wrong-code');
}

/** How many codes an account has left. */
export async function recoveryCodesLeft(db: Database, accountId: string): Promise<number> {
  const [row] = await db.read.select({ left: count() }).from(recoveryCodes).where(isLeftOf(accountId));
  return row?.left ?? 0;
}

function isLeftOf(accountId: string): SQL | undefined {
  return and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
}

/** `4v7t6k-x0m2pa-…`: four groups of six. */
function codeOf(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
  return (letters.match(/.{6}/g) ?? []).join('-');
}

/** However it was typed: spaces, hyphens, capitals, full-width, o for 0, i and l for 1. */
function plain(code: string): string {
  const letters = code
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '');
  return letters.replaceAll('o', '0').replaceAll(/[il]/g, '1');
}
