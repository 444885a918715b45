import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { emailAddress } from '../http/email-address.ts';

/**
 * Who another site's own server says is writing. `signature` is HMAC-SHA256 in hexadecimal, with the secret that both
 * know, of the address in small letters, a line end, and `at`.
 */
export const signedIdentity = z.strictObject({
  email: emailAddress,
  name: z.string().trim().max(80).optional(),
  /** Milliseconds since the epoch. */
  at: z.int(),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SignedIdentity = z.output<typeof signedIdentity>;

/** A page may stay open for a working day. */
const validMs = 12 * 3_600_000;
/** Clocks of two machines. */
const aheadMs = 5 * 60_000;

/** Whether a site has proven that an address is the writer's. One that cannot be believed proves nothing, and stops nobody. */
export function isProvenBy(
  identity: SignedIdentity | undefined,
  email: string,
  secret: string | null,
  now: number,
): boolean {
  if (!identity || secret === null) return false;
  const { at, signature } = identity;
  const address = identity.email.toLowerCase();
  if (address !== email.toLowerCase() || at > now + aheadMs || at < now - validMs) return false;
  const expected = createHmac('sha256', secret).update(`${address}\n${at}`).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
