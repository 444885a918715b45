import { and, eq, isNull, sql } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { toString as drawQr } from 'qrcode';
import { audited } from '../../audit/audited.ts';
import { insertWhere } from '../../db/statements.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { endSessionsOf } from '../../sessions/end-sessions.ts';
import type { Account, TotpSetUp } from '../contract.ts';
import { tellOwner } from '../mails/account-changed.ts';
import { totpSecrets } from '../tables.ts';
import type { By } from '../who.ts';
import { secretIn, stepOf, totpOf } from './codes.ts';
import { freshRecoveryCodes } from './recovery-codes.ts';
import { seal } from './sealed-secret.ts';

/** 160 bits, as RFC 4226 (4, R6) recommends. */
const secretBytes = 20;

/**
 * A fresh secret for an authenticator app. It counts once a code of it has been given; until then, each call gives
 * another. Throws `state-refused` when there is one that counts.
 */
export async function beginTotp(services: Services, account: Account): Promise<TotpSetUp> {
  const { db, clock, random, publicUrl } = services;
  const secret = new Secret({ buffer: new Uint8Array(random(secretBytes)).buffer });
  const isTheirs = eq(totpSecrets.accountId, account.id);
  const [, made] = await db.write([
    db.read.delete(totpSecrets).where(and(isTheirs, isNull(totpSecrets.confirmedAt))),
    insertWhere(
      totpSecrets,
      {
        accountId: account.id,
        sealedSecret: seal(services, account.id, secret.base32),
        confirmedAt: null,
        lastStep: 0,
        createdAt: clock(),
      },
      sql`not exists (select 1 from ${totpSecrets} where ${isTheirs})`,
    ),
  ]);
  if (!made?.changes) throw new Problem('state-refused');
  const uri = totpOf(secret, { issuer: new URL(publicUrl).hostname, label: account.email }).toString();
  const qrSvg = await drawQr(uri, { type: 'svg', errorCorrectionLevel: 'M' });
  return { secret: secret.base32, uri, qrSvg };
}

/**
 * Turns the second step on, which a first code of the app proves to work, and gives the recovery codes. All sessions of
 * the account end: the caller starts a new one. Throws `wrong-code`, or `state-refused` when nothing was begun.
 */
export async function confirmTotp(services: Services, account: Account, code: string, by: By): Promise<string[]> {
  const { db, clock } = services;
  const isPending = and(eq(totpSecrets.accountId, account.id), isNull(totpSecrets.confirmedAt));
  const [row] = await db.read.select().from(totpSecrets).where(isPending);
  if (!row) throw new Problem('state-refused');
  const step = stepOf(secretIn(services, row), code, clock());
  if (step === null) throw new Problem('wrong-code');

  const isSame = and(isPending, eq(totpSecrets.sealedSecret, row.sealedSecret));
  const guard = sql`exists (select 1 from ${totpSecrets} where ${isSame})`;
  const { codes, statements } = freshRecoveryCodes(services, account.id, guard);
  const results = await db.write([
    ...statements,
    endSessionsOf(db, account.id, { guard }),
    audited(services, { ...by, action: 'totp-set-up', target: { kind: 'account', id: account.id } }, guard),
    tellOwner(services, account, 'totp-set-up', guard),
    db.read.update(totpSecrets).set({ confirmedAt: clock(), lastStep: step }).where(isSame),
  ]);
  if (!results.at(-1)?.changes) throw new Problem('state-refused');
  return codes;
}
