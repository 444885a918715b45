import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { totpSecrets } from '../tables.ts';
import { unseal } from './sealed-secret.ts';

/** What authenticator apps understand without being asked (RFC 6238): SHA-1, six digits, 30 seconds. */
export function totpOf(secret: Secret, { issuer = '', label = '' } = {}): TOTP {
  return new TOTP({ secret, issuer, label, algorithm: 'SHA1', digits: 6, period: 30 });
}

/**
 * Uses a code up. Clocks may be one step apart either way; a code that was used, or is older than one that was, is
 * refused (RFC 6238, 5.2). Throws `wrong-code`.
 */
export async function useCode(services: Services, accountId: string, typed: string): Promise<void> {
  const { db, clock } = services;
  const isTheirs = eq(totpSecrets.accountId, accountId);
  const [row] = await db.read
    .select()
    .from(totpSecrets)
    .where(and(isTheirs, isNotNull(totpSecrets.confirmedAt)));
  const step = row ? stepOf(secretIn(services, row), typed, clock()) : null;
  if (step === null) throw new Problem('wrong-code');
  const [used] = await db.write([
    db.read
      .update(totpSecrets)
      .set({ lastStep: step })
      .where(and(isTheirs, lt(totpSecrets.lastStep, step))),
  ]);
  if (!used?.changes) throw new Problem('wrong-code');
}

export function secretIn(services: Services, row: typeof totpSecrets.$inferSelect): Secret {
  return Secret.fromBase32(unseal(services, row.accountId, row.sealedSecret));
}

/** The step that a code belongs to, or `null`. Digits may be typed full-width, or in groups. */
export function stepOf(secret: Secret, typed: string, now: number): number | null {
  const totp = totpOf(secret);
  const token = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  const drift = totp.validate({ token, timestamp: now, window: 1 });
  return drift === null ? null : totp.counter({ timestamp: now }) + drift;
}
