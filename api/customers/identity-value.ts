import { emailAddress } from '../http/email-address.ts';
import type { IdentityKind } from './contract.ts';

/**
 * How an identity is kept, whatever way people write it: an address in small letters, a number as `+819012345678`.
 * `null` for what can be none.
 */
export function identityValue(kind: IdentityKind, text: string): string | null {
  const written = text.normalize('NFKC').trim();
  if (kind === 'email') return emailAddress.safeParse(written).success ? written.toLowerCase() : null;
  if (kind === 'phone') return phoneNumber(written);
  return written || null;
}

/**
 * A telephone number as it is dialled from anywhere (E.164): digits after a plus sign. One that begins with a single 0 is
 * Japanese; with 00 or 010, it is how one dials abroad. `null` for what is no number.
 */
function phoneNumber(written: string): string | null {
  if (!/^\+?[\d\s().\-‐‑–—−ー/]+$/.test(written)) return null;
  const dialled = written.replaceAll(/[^\d+]/g, '');
  const number = dialled
    .replace(/^(?:010|00)(?=[1-9])/, '+')
    .replace(/^0(?=[1-9])/, '+81')
    .replace(/^\+810/, '+81');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}
