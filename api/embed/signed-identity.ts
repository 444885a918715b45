import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignedIdentity } from './contract.ts';

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
